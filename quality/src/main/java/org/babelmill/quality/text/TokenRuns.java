package org.babelmill.quality.text;

/**
 * The hashes of all runs of consecutive tokens of a text, each by one multiplication: from those of all that comes before
 * the run's end and before its beginning. Filled with one text after another; belongs to one thread.
 */
public final class TokenRuns {

    private long[] joined = new long[257];
    private long[] spaced = new long[257];
    private int[] units = new int[257];

    /** Takes in the tokens of a text. */
    public void fill(Tokens tokens) {
        int n = tokens.size();
        joined = Scratch.fresh(joined, n + 1);
        spaced = Scratch.fresh(spaced, n + 1);
        units = Scratch.fresh(units, n + 1);
        joined[0] = 0;
        spaced[0] = 0;
        units[0] = 0;
        for (int i = 0; i < n; i++) {
            int length = tokens.units(i);
            joined[i + 1] = TokenHash.concat(joined[i], tokens.hash(i), length);
            spaced[i + 1] = TokenHash.append(TokenHash.concat(spaced[i], tokens.hash(i), length), ' ');
            units[i + 1] = units[i] + length;
        }
    }

    /** The {@link TokenHash} of {@code n} tokens from {@code start} on, written one after another. */
    public long joined(int start, int n) {
        return TokenHash.rest(joined[start + n], joined[start], units[start + n] - units[start]);
    }

    /** The {@link TokenHash} of {@code n} tokens from {@code start} on, each with a space after it. */
    public long spaced(int start, int n) {
        return TokenHash.rest(spaced[start + n], spaced[start], units[start + n] - units[start] + n);
    }

    /** UTF-16 units of {@code n} tokens from {@code start} on. */
    public int units(int start, int n) {
        return units[start + n] - units[start];
    }
}
