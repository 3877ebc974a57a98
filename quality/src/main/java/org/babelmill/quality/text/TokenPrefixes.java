package org.babelmill.quality.text;

import java.util.Arrays;

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

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Bytes of the table for each token, or half as many: few that are unique share their place with another. */
    private static final int PLACES = 16;

    private char[] joined = new char[1024];
    private byte[] found = new byte[1 << 13];
    private int[] places = new int[256];
    private int compared;

    /** Takes in the tokens of a text that goes on for {@link TokenTypes#READ_BEHIND} units after the last one. */
    public void fill(char[] text, Tokens tokens) {
        int n = tokens.size();
        places = Scratch.fresh(places, n);
        int length = join(text, tokens);
        compared = length >= LONG_TOKEN * n ? LONG : SHORT;
        Arrays.fill(joined, length, length + LONG, (char) 0);
        int size = Integer.highestOneBit(Math.max(1, n)) * PLACES;
        found = Scratch.fresh(found, size);
        Arrays.fill(found, 0, size, (byte) 0);
        int at = 0;
        for (int i = 0; i < n; i++) {
            int place = (int) (key(at) >>> 32) & (size - 1);
            found[place] = (byte) Math.min(2, found[place] + 1);
            places[i] = place;
            at += tokens.units(i);
        }
    }

    private int join(char[] text, Tokens tokens) {
        int n = tokens.size();
        int most = n == 0 ? 0 : tokens.end(n - 1) - tokens.start(0);
        joined = Scratch.fresh(joined, most + LONG);
        int to = 0;
        for (int i = 0; i < n; i++) {
            int start = tokens.start(i);
            int units = tokens.units(i);
            // What is too much is written over; of short words, most of a text, none is copied in a loop to its own end.
            for (int k = 0; k < TokenTypes.READ_BEHIND; k++) {
                joined[to + k] = text[start + k];
            }
            for (int k = TokenTypes.READ_BEHIND; k < units; k++) {
                joined[to + k] = text[start + k];
            }
            to += units;
        }
        return to;
    }

    /** A number of what begins at a place; that different beginnings share one does no harm. */
    private long key(int at) {
        long key = (four(at) * MIX) ^ (compared == LONG ? four(at + 4) : two(at + 4));
        key = (key ^ (key >>> 31)) * MIX;
        return compared == LONG ? (key ^ (key >>> 31) ^ four(at + 8)) * MIX : key;
    }

    private long four(int at) {
        return two(at) << 32 | two(at + 2);
    }

    private long two(int at) {
        return (long) joined[at] << 16 | joined[at + 1];
    }

    /** Whether no other place of the text can begin with the same units as the ones from a token on. */
    public boolean isUnique(int token, int units) {
        return units >= compared && found[places[token]] == 1;
    }
}
