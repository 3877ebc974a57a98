package org.babelmill.quality.text;

import org.babelmill.pipeline.text.Spans;

/** The tokens of a text, each with its type. Filled once for each text; belongs to one thread. */
public final class Tokens {

    private final Spans spans = new Spans();
    private final TokenTypes types = new TokenTypes();
    private int[] numbers = new int[256];

    /** Where the segmenter puts the tokens, before {@link #measure}. */
    Spans spans() {
        return spans;
    }

    /**
     * Measures the tokens that the segmenter found.
     *
     * @param text goes on for {@link TokenTypes#READ_BEHIND} units after the last token
     */
    void measure(char[] text) {
        int n = spans.size();
        numbers = Scratch.fresh(numbers, n);
        types.reset(n);
        for (int i = 0; i < n; i++) {
            numbers[i] = types.add(text, spans.start(i), spans.end(i));
        }
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

    /** UTF-16 units of a token. */
    public int units(int token) {
        return spans.end(token) - spans.start(token);
    }

    /** The different tokens. */
    public TokenTypes types() {
        return types;
    }

    /** The type of a token. */
    public int type(int token) {
        return numbers[token];
    }

    /** Code points of a token. */
    public int length(int token) {
        return types.length(numbers[token]);
    }

    /** Code points of {@code n} tokens together. */
    public int length(int token, int n) {
        int length = 0;
        for (int i = token; i < token + n; i++) {
            length += length(i);
        }
        return length;
    }

    /** The token's {@link TokenHash}. */
    public long hash(int token) {
        return types.hash(numbers[token]);
    }

    /** The {@link TokenHash} of the token in lower case. */
    public long folded(int token) {
        return types.folded(numbers[token]);
    }
}
