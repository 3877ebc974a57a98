package org.babelmill.quality.signal;

import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.CountTable;
import org.babelmill.quality.text.KeySet;
import org.babelmill.quality.text.Lines;
import org.babelmill.quality.text.Scratch;
import org.babelmill.quality.text.TokenHash;
import org.babelmill.quality.text.TokenPrefixes;
import org.babelmill.quality.text.Tokens;

/**
 * Gopher's repetition metrics and FineWeb's repeated characters, to the letter of datatrove 0.10: the first of equally
 * frequent n-grams counts, n-grams of five and more are compared without separator and jumped over when found again.
 *
 * <p>No n-gram is ever spelt out: a frequent one is the number of what it begins with and the type of its last token, and
 * the hash of one without separators follows from the hash of the one that is a token shorter. Each length is counted for
 * itself, in one small table that stays in cache.
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
    private final Paragraphs paragraphs = new Paragraphs();
    private final TokenPrefixes prefixes = new TokenPrefixes();

    /** Where a run may begin that occurs twice, in order; what cannot be repeated is looked at once and left out. */
    private int[] open = new int[1024];

    /** Beside it, the number of the run counted last. */
    private int[] numbers = new int[1024];

    /** Or the hash of the run looked for last. */
    private long[] hashes = new long[1024];

    private int opened;

    void measure(AnalyzedText text, Collector into) {
        if (text.length() == 0) {
            return;
        }
        paragraphs(text, into);
        lines(text, into);
        nGrams(text, into);
    }

    private void paragraphs(AnalyzedText text, Collector into) {
        paragraphs.measure(text);
        into.set(Signal.PARAGRAPHS, paragraphs.count());
        into.set(Signal.DUP_PARA_FRAC, paragraphs.repeated() / (double) Math.max(1, paragraphs.count()));
        into.set(Signal.DUP_PARA_CHAR_FRAC, paragraphs.repeatedChars() / (double) text.codePoints());
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
        open = Scratch.fresh(open, tokens.size());
        numbers = Scratch.fresh(numbers, tokens.size());
        hashes = Scratch.fresh(hashes, tokens.size());
        double chars = text.codePoints();
        openAll(tokens);
        for (int n = FIRST_TOP; n < FIRST_TOP + TOP.length; n++) {
            into.set(TOP[n - FIRST_TOP], topChars(tokens, n) / chars);
        }
        openRepeated(text.chars(), tokens);
        for (int n = FIRST_DUPLICATED; n < FIRST_DUPLICATED + DUPLICATED.length; n++) {
            into.set(DUPLICATED[n - FIRST_DUPLICATED], duplicatedChars(tokens, n) / chars);
        }
    }

    /** Runs of one token, which occur as often as its type. */
    private void openAll(Tokens tokens) {
        opened = 0;
        for (int i = 0; i < tokens.size(); i++) {
            open[opened] = i;
            numbers[opened] = tokens.type(i);
            opened += tokens.types().count(tokens.type(i)) > 1 ? 1 : 0;
        }
    }

    /**
     * Characters of all occurrences of the most frequent n-gram, joined by spaces. Only what begins and ends with a repeated
     * (n-1)-gram can be repeated, so only that is counted; where nothing is, the first one wins.
     */
    private long topChars(Tokens tokens, int n) {
        counts.reset(opened);
        int counted = 0;
        for (int k = 0; k + 1 < opened; k++) {
            int i = open[k];
            if (open[k + 1] == i + 1) {
                open[counted] = i;
                numbers[counted++] = counts.add((long) numbers[k] << 32 | tokens.type(i + n - 1), i);
            }
        }
        int most = 1;
        int first = 0;
        for (int gram = 0; gram < counts.size(); gram++) {
            if (counts.count(gram) > most) {
                most = counts.count(gram);
                first = counts.first(gram);
            }
        }
        openCounted(counted);
        return tokens.size() < n ? 0 : (long) most * (tokens.length(first, n) + n - 1);
    }

    private void openCounted(int counted) {
        opened = 0;
        for (int k = 0; k < counted; k++) {
            open[opened] = open[k];
            numbers[opened] = numbers[k];
            opened += counts.count(numbers[k]) > 1 ? 1 : 0;
        }
    }

    /** What begins as nothing else begins is neither a copy nor copied, whatever its length. */
    private void openRepeated(char[] text, Tokens tokens) {
        opened = prefixes.repeated(text, tokens, FIRST_DUPLICATED, open);
        for (int k = 0; k < opened; k++) {
            hashes[k] = joined(tokens, open[k], FIRST_DUPLICATED - 1);
        }
    }

    /** The hash of tokens written one after another. */
    private static long joined(Tokens tokens, int start, int n) {
        long hash = 0;
        for (int i = start; i < start + n; i++) {
            hash = TokenHash.concat(hash, tokens.hash(i), tokens.units(i));
        }
        return hash;
    }

    private long duplicatedChars(Tokens tokens, int n) {
        seen.reset(opened);
        long repeated = 0;
        int next = 0;
        for (int k = 0; k < opened && open[k] + n <= tokens.size(); k++) {
            int i = open[k];
            int last = i + n - 1;
            hashes[k] = TokenHash.concat(hashes[k], tokens.hash(last), tokens.units(last));
            if (i >= next && !seen.add(hashes[k])) {
                repeated += tokens.length(i, n);
                next = i + n;
            }
        }
        return repeated;
    }
}
