package org.babelmill.quality.signal;

import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.CountTable;
import org.babelmill.quality.text.KeySet;
import org.babelmill.quality.text.Lines;
import org.babelmill.quality.text.TokenHash;
import org.babelmill.quality.text.TokenPrefixes;
import org.babelmill.quality.text.TokenRuns;
import org.babelmill.quality.text.Tokens;

/**
 * Gopher's repetition metrics and FineWeb's repeated characters, to the letter of datatrove 0.10: the first of equally
 * frequent n-grams counts, n-grams of five and more are compared without separator and jumped over when found again.
 *
 * <p>The hash of any n-gram follows from two hashes of what comes before its ends, so the tokens are read once and no
 * n-gram is ever spelt out. Each length is counted for itself, in one small table that stays in cache.
 */
final class RepetitionSignals {

    private static final Signal[] TOP = {Signal.TOP_2_GRAM, Signal.TOP_3_GRAM, Signal.TOP_4_GRAM};
    private static final Signal[] DUPLICATED = {
        Signal.DUP_5_GRAM,
        Signal.DUP_6_GRAM,
        Signal.DUP_7_GRAM,
        Signal.DUP_8_GRAM,
        Signal.DUP_9_GRAM,
        Signal.DUP_10_GRAM
    };
    private static final int FIRST_TOP = 2;
    private static final int FIRST_DUPLICATED = 5;

    private final CountTable counts = new CountTable();
    private final KeySet seen = new KeySet();
    private final TokenRuns runs = new TokenRuns();
    private final TokenPrefixes prefixes = new TokenPrefixes();

    /** Where a run may begin that occurs twice, in order; what cannot be repeated is looked at once and left out. */
    private int[] open = new int[1024];

    private int[] slots = new int[1024];
    private int opened;

    void measure(AnalyzedText text, Collector into) {
        if (text.length() == 0) {
            return;
        }
        paragraphs(text, into);
        lines(text, into);
        nGrams(text, into);
    }

    /** Paragraphs are parted by two or more line feeds after white space is trimmed from the text. */
    private void paragraphs(AnalyzedText text, Collector into) {
        char[] chars = text.chars();
        int end = text.length();
        int start = 0;
        while (start < end && isSpace(chars[start])) {
            start++;
        }
        while (end > start && isSpace(chars[end - 1])) {
            end--;
        }
        seen.reset(text.lines().size());
        int paragraphs = 0;
        int repeated = 0;
        int repeatedChars = 0;
        for (int at = start; at <= end; ) {
            int stop = paragraphEnd(chars, at, end);
            paragraphs++;
            boolean only = paragraphs == 1 && stop == end;
            if (!only && !seen.add(TokenHash.of(chars, at, stop))) {
                repeated++;
                repeatedChars += Character.codePointCount(chars, at, stop - at);
            }
            at = stop;
            while (at < end && chars[at] == '\n') {
                at++;
            }
            at = stop == end ? end + 1 : at;
        }
        into.set(Signal.PARAGRAPHS, start == end ? 0 : paragraphs);
        into.set(Signal.DUP_PARA_FRAC, repeated / (double) paragraphs);
        into.set(Signal.DUP_PARA_CHAR_FRAC, repeatedChars / (double) text.codePoints());
    }

    private static int paragraphEnd(char[] chars, int from, int end) {
        int at = from;
        while (at < end && !(chars[at] == '\n' && at + 1 < end && chars[at + 1] == '\n')) {
            at++;
        }
        return at;
    }

    /** Gopher's lines are what stands between runs of line feeds, ends of the text included; FineWeb's are not blank. */
    private void lines(AnalyzedText text, Collector into) {
        Lines lines = text.lines();
        seen.reset(lines.size());
        int last = lines.size() - 1;
        int count = 0;
        int repeated = 0;
        long repeatedChars = 0;
        long repeatedFull = 0;
        for (int i = 0; i <= last; i++) {
            if (lines.length(i) == 0 && i != 0 && i != last) {
                continue;
            }
            count++;
            if (!seen.add(lines.hash(i))) {
                repeated++;
                repeatedChars += lines.length(i);
                repeatedFull += lines.isBlank(i) ? 0 : lines.length(i);
            }
        }
        into.set(Signal.DUP_LINE_FRAC, repeated / (double) count);
        into.set(Signal.DUP_LINE_CHAR_FRAC, repeatedChars / (double) text.codePoints());
        if (text.codePoints() > last) {
            into.set(Signal.CHAR_DUP_FRAC, repeatedFull / (double) (text.codePoints() - last));
        }
    }

    private void nGrams(AnalyzedText text, Collector into) {
        Tokens tokens = text.tokens();
        runs.fill(tokens);
        if (open.length < tokens.size()) {
            open = new int[tokens.size() + tokens.size() / 2];
            slots = new int[open.length];
        }
        double chars = text.codePoints();
        openAll(tokens);
        for (int n = FIRST_TOP; n < FIRST_TOP + TOP.length; n++) {
            into.set(TOP[n - FIRST_TOP], topChars(tokens, n) / chars);
        }
        prefixes.fill(text.chars(), tokens);
        openRepeated(tokens);
        for (int n = FIRST_DUPLICATED; n < FIRST_DUPLICATED + DUPLICATED.length; n++) {
            into.set(DUPLICATED[n - FIRST_DUPLICATED], duplicatedChars(tokens, n) / chars);
        }
    }

    private void openAll(Tokens tokens) {
        opened = tokens.size();
        for (int i = 0; i < opened; i++) {
            open[i] = i;
        }
    }

    /** What begins as nothing else begins is neither a copy nor copied, whatever its length. */
    private void openRepeated(Tokens tokens) {
        opened = 0;
        for (int i = 0; i + FIRST_DUPLICATED <= tokens.size(); i++) {
            if (!prefixes.isUnique(i, runs.units(i, FIRST_DUPLICATED))) {
                open[opened++] = i;
            }
        }
    }

    /**
     * Characters of all occurrences of the most frequent n-gram, joined by spaces. Only what begins with a repeated
     * (n-1)-gram can be repeated, so only that is counted; where nothing is, the first one wins.
     */
    private long topChars(Tokens tokens, int n) {
        int last = tokens.size() - n;
        while (opened > 0 && open[opened - 1] > last) {
            opened--;
        }
        counts.reset(opened);
        for (int k = 0; k < opened; k++) {
            slots[k] = counts.add(runs.spaced(open[k], n), open[k]);
        }
        int repeated = 0;
        int most = 1;
        int first = 0;
        for (int k = 0; k < opened; k++) {
            int count = counts.countAt(slots[k]);
            if (count > most) {
                most = count;
                first = open[k];
            }
            open[repeated] = open[k];
            repeated += count > 1 ? 1 : 0;
        }
        opened = repeated;
        return last < 0 ? 0 : (long) most * (tokens.length(first, n) + n - 1);
    }

    private long duplicatedChars(Tokens tokens, int n) {
        seen.reset(opened);
        long repeated = 0;
        int next = 0;
        for (int k = 0; k < opened && open[k] + n <= tokens.size(); k++) {
            int i = open[k];
            if (i >= next && !seen.add(runs.joined(i, n))) {
                repeated += tokens.length(i, n);
                next = i + n;
            }
        }
        return repeated;
    }

    private static boolean isSpace(char c) {
        return (CharacterClasses.of(c) & CharacterClasses.SPACE) != 0;
    }
}
