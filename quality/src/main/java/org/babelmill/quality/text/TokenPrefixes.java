package org.babelmill.quality.text;

/**
 * Where in a text something begins that begins nowhere else: for each token, whether the units from its first one on,
 * white space left out, occur at another token's beginning. A run of tokens can equal another, written one after
 * another, only where this is so. Filled with one text after another; belongs to one thread.
 */
public final class TokenPrefixes {

    /** Units compared where tokens are long; about three words, which natural text rarely has twice. */
    private static final int LONG = 12;

    /** Units compared where tokens are short, as in Chinese. */
    private static final int SHORT = 6;

    /** Mean length of a token from which on it is long. */
    private static final int LONG_TOKEN = 3;

    private final CountTable counts = new CountTable();
    private char[] joined = new char[1024];
    private int[] slots = new int[256];
    private int compared;

    /** Takes in the tokens of a text. */
    public void fill(char[] text, Tokens tokens) {
        int n = tokens.size();
        slots = Scratch.fresh(slots, n);
        int length = join(text, tokens);
        compared = length >= LONG_TOKEN * n ? LONG : SHORT;
        for (int i = length; i < length + LONG; i++) {
            joined[i] = 0;
        }
        counts.reset(n);
        int at = 0;
        for (int i = 0; i < n; i++) {
            slots[i] = counts.add(key(at), i);
            at += tokens.units(i);
        }
    }

    private int join(char[] text, Tokens tokens) {
        int n = tokens.size();
        int most = n == 0 ? 0 : tokens.end(n - 1) - tokens.start(0);
        joined = Scratch.fresh(joined, most + LONG);
        int to = 0;
        for (int i = 0; i < n; i++) {
            for (int at = tokens.start(i); at < tokens.end(i); at++) {
                joined[to++] = text[at];
            }
        }
        return to;
    }

    /** A number of what begins at a place; that different beginnings share one is rare and does no harm. */
    private long key(int at) {
        long key = four(at);
        key = key * 0x9E3779B97F4A7C15L ^ (compared == LONG ? four(at + 4) : two(at + 4));
        key ^= key >>> 31;
        return compared == LONG ? key * 0x9E3779B97F4A7C15L ^ four(at + 8) : key;
    }

    private long four(int at) {
        return two(at) << 32 | two(at + 2);
    }

    private long two(int at) {
        return (long) joined[at] << 16 | joined[at + 1];
    }

    /** Whether no other place of the text can begin with the same units as the ones from a token on. */
    public boolean isUnique(int token, int units) {
        return units >= compared && counts.countAt(slots[token]) == 1;
    }
}
