package org.babelmill.quality.text;

import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Spans;

/** The tokens of a text with their lengths, kinds and hashes. Filled once for each text; belongs to one thread. */
public final class Tokens {

    /** Has a character outside datatrove's punctuation: counts as a word. */
    public static final byte WORD = 1;
    /** Has a letter. */
    public static final byte ALPHABETIC = 2;
    /** Has an upper- or title-case letter. */
    public static final byte UPPER = 4;
    /** Has a lower-case letter. */
    public static final byte LOWER = 8;

    /** Beside the bits of {@link CharacterClasses}: a character outside datatrove's punctuation. */
    private static final int PLAIN = 1 << 30;

    /** Likewise: a typographic apostrophe, which is within. */
    private static final int APOSTROPHE = 1 << 29;

    private final Spans spans = new Spans();
    private int[] lengths = new int[256];
    private int[] ends = new int[257];
    private long[] hashes = new long[256];
    private long[] folded = new long[256];
    private byte[] kinds = new byte[256];

    /** Where the segmenter puts the tokens, before {@link #measure}. */
    Spans spans() {
        return spans;
    }

    /** Measures the tokens that the segmenter found. */
    void measure(char[] text) {
        int n = spans.size();
        lengths = Scratch.fresh(lengths, n);
        ends = Scratch.fresh(ends, n + 1);
        hashes = Scratch.fresh(hashes, n);
        folded = Scratch.fresh(folded, n);
        kinds = Scratch.fresh(kinds, n);
        ends[0] = 0;
        for (int i = 0; i < n; i++) {
            token(text, i);
            ends[i + 1] = ends[i] + lengths[i];
        }
    }

    private void token(char[] text, int i) {
        int start = spans.start(i);
        int end = spans.end(i);
        int any = 0;
        int pairs = 0;
        for (int at = start; at < end; at++) {
            char unit = text[at];
            int bits = CharacterClasses.of(unit);
            if (Character.isHighSurrogate(unit) && at + 1 < end && Character.isLowSurrogate(text[at + 1])) {
                bits = CharacterClasses.of(Character.toCodePoint(unit, text[++at]));
                pairs++;
            }
            any |= bits | special(unit, bits);
        }
        lengths[i] = end - start - pairs;
        hashes[i] = TokenHash.of(text, start, end);
        kinds[i] = kind(any);
        folded[i] = (any & (CharacterClasses.UPPER | APOSTROPHE)) != 0 ? TokenHash.folded(text, start, end) : hashes[i];
    }

    private static int special(char unit, int bits) {
        if ((bits & CharacterClasses.SYMBOL) == 0) {
            return PLAIN;
        }
        return unit == 0x2019 ? APOSTROPHE : 0;
    }

    private static byte kind(int any) {
        int kind = (any & PLAIN) != 0 ? WORD : 0;
        kind |= (any & CharacterClasses.LETTER) != 0 ? ALPHABETIC : 0;
        kind |= (any & CharacterClasses.UPPER) != 0 ? UPPER : 0;
        kind |= (any & CharacterClasses.LOWER) != 0 ? LOWER : 0;
        return (byte) kind;
    }

    /** How many tokens there are. */
    public int size() {
        return spans.size();
    }

    /** First offset of a token in the text. */
    public int start(int token) {
        return spans.start(token);
    }

    /** Offset after a token in the text. */
    public int end(int token) {
        return spans.end(token);
    }

    /** Code points of a token. */
    public int length(int token) {
        return lengths[token];
    }

    /** UTF-16 units of a token. */
    public int units(int token) {
        return spans.end(token) - spans.start(token);
    }

    /** Code points of {@code n} tokens together. */
    public int length(int token, int n) {
        return ends[token + n] - ends[token];
    }

    /** The token's {@link TokenHash}. */
    public long hash(int token) {
        return hashes[token];
    }

    /** The {@link TokenHash} of the token in lower case. */
    public long folded(int token) {
        return folded[token];
    }

    /** Whether a token has all the given kinds. */
    public boolean is(int token, byte kinds) {
        return (this.kinds[token] & kinds) == kinds;
    }
}
