package org.babelmill.quality.signal;

import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Spans;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.Lines;
import org.babelmill.quality.text.Scratch;
import org.babelmill.quality.text.TokenTypes;
import org.babelmill.quality.text.Tokens;

/**
 * C4's rules of lines, carried over to every script: words are the segmenter's, end marks those of all scripts. A line
 * is kept when it has at least three words, none of them over 1000 characters, ends with a sentence mark or a quotation
 * mark after one but no ellipsis, and names neither JavaScript nor a policy.
 */
final class NoticeSignals {

    private static final int FEWEST_WORDS = 3;
    /** Words of a line of prose: menu entries and headings have fewer, hard-wrapped lines have more. */
    private static final int PROSE = 8;

    private static final int LONGEST_WORD = 1000;

    /** For each type of token whether a notice may begin with it. */
    private boolean[] heads = new boolean[256];

    private int token;
    private int sentence;
    private int words;
    private int longest;
    private boolean javascript;
    private boolean policy;

    void measure(AnalyzedText text, Collector into) {
        Lines lines = text.lines();
        token = 0;
        sentence = 0;
        heads(text.tokens().types());
        int lorem = 0;
        int javascriptLines = 0;
        int policyLines = 0;
        int kept = 0;
        int sentences = 0;
        int prose = 0;
        int all = 0;
        for (int i = 0; i < lines.size(); i++) {
            lorem += words(text.tokens(), lines.end(i));
            int inLine = sentences(text.sentences(), lines.end(i));
            all += words;
            prose += words >= PROSE ? words : 0;
            javascriptLines += javascript ? 1 : 0;
            policyLines += policy ? 1 : 0;
            if (isKept(text, i)) {
                kept++;
                sentences += inLine;
            }
        }
        into.set(Signal.PROSE_FRAC, all == 0 ? Double.NaN : prose / (double) all);
        into.set(Signal.LOREM_IPSUM, lorem);
        into.set(Signal.C4_SENTENCES, sentences);
        double n = into.get(Signal.LINES);
        if (n > 0) {
            into.set(Signal.C4_LINE_FRAC, kept / n);
            into.set(Signal.JAVASCRIPT_LINE_FRAC, javascriptLines / n);
            into.set(Signal.POLICY_LINE_FRAC, policyLines / n);
        }
    }

    private void heads(TokenTypes types) {
        heads = Scratch.fresh(heads, types.size());
        for (int type = 0; type < types.size(); type++) {
            heads[type] = EnglishNotices.ANY.mayBegin(types.folded(type));
        }
    }

    /** Reads the tokens up to the end of a line; returns how often they say "lorem ipsum". */
    private int words(Tokens tokens, int lineEnd) {
        words = 0;
        longest = 0;
        javascript = false;
        policy = false;
        int lorem = 0;
        for (; token < tokens.size() && tokens.start(token) < lineEnd; token++) {
            int type = tokens.type(token);
            words += tokens.types().is(type, TokenTypes.WORD) ? 1 : 0;
            longest = Math.max(longest, tokens.types().length(type));
            if (heads[type]) {
                javascript |= EnglishNotices.JAVASCRIPT.match(tokens, token) > 0;
                policy |= EnglishNotices.POLICY.match(tokens, token) > 0;
                lorem += EnglishNotices.LOREM_IPSUM.match(tokens, token) > 0 ? 1 : 0;
            }
        }
        return lorem;
    }

    private int sentences(Spans spans, int lineEnd) {
        int first = sentence;
        while (sentence < spans.size() && spans.start(sentence) < lineEnd) {
            sentence++;
        }
        return sentence - first;
    }

    private boolean isKept(AnalyzedText text, int line) {
        if (words < FEWEST_WORDS || longest > LONGEST_WORD || javascript || policy) {
            return false;
        }
        char[] chars = text.chars();
        int start = text.lines().start(line);
        int end = text.lines().end(line);
        while (end > start && (CharacterClasses.of(chars[end - 1]) & CharacterClasses.SPACE) != 0) {
            end--;
        }
        return endsSentence(chars, start, end) && !LineSignals.endsWithEllipsis(chars, start, end);
    }

    private static boolean endsSentence(char[] chars, int start, int end) {
        int last = end > start ? Character.codePointBefore(chars, end, start) : ' ';
        return (CharacterClasses.of(last) & CharacterClasses.TERMINAL) != 0
                || last == '"'
                || last == 0x201D
                || last == 0x00BB
                || last == 0x300D;
    }
}
