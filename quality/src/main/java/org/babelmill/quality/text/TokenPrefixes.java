package org.babelmill.quality.text;

import java.util.Arrays;

/**
 * Where in a text something begins that begins elsewhere, too: of each token, whether the units from its first one on,
 * white space left out, occur at another token's beginning. A run of tokens can equal another, written one after another,
 * only where this is so. Belongs to one thread.
 */
public final class TokenPrefixes {

    /** Units compared where tokens are long; about three words, which natural text rarely has twice. */
    private static final int LONG = 12;

    /** And of those that are left. */
    private static final int LONGER = 16;

    /** Units compared where tokens are short, as in Chinese. */
    private static final int SHORT = 4;

    private static final int LESS_SHORT = 8;

    /** Mean length of a token from which on it is long. */
    private static final int LONG_TOKEN = 3;

    private static final int FOUR = 4;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Bytes of the table for each token, or half as many: few that are unique share their place with another. */
    private static final int PLACES = 8;

    private char[] joined = new char[1024];
    private byte[] found = new byte[1 << 13];
    private int[] places = new int[256];

    /** Of each token, where it stands among the joined ones. */
    private int[] offsets = new int[257];

    /**
     * Finds where runs of tokens may begin that equal another run, written one after another.
     *
     * @param text goes on for {@link TokenTypes#READ_BEHIND} units after the last token
     * @param fewest tokens of a run
     * @param into receives them in order; as long as there are tokens
     * @return how many there are
     */
    public int repeated(char[] text, Tokens tokens, int fewest, int[] into) {
        int length = join(text, tokens);
        boolean isLong = length >= LONG_TOKEN * tokens.size();
        int runs = Math.max(0, tokens.size() - fewest + 1);
        for (int i = 0; i < runs; i++) {
            into[i] = i;
        }
        int left = narrow(into, runs, isLong ? LONG : SHORT, fewest);
        return narrow(into, left, isLong ? LONGER : LESS_SHORT, fewest);
    }

    /**
     * Leaves out the tokens from which on as many units occur only once. A run that is shorter may equal one of theirs, so
     * that it stays. Whatever equals a longer run begins with the same units and was not left out before.
     */
    private int narrow(int[] tokens, int n, int compared, int fewest) {
        int size = Integer.highestOneBit(Math.max(1, n)) * PLACES;
        found = Scratch.fresh(found, size);
        Arrays.fill(found, 0, size, (byte) 0);
        for (int k = 0; k < n; k++) {
            int place = (int) (key(offsets[tokens[k]], compared) >>> 32) & (size - 1);
            found[place] = (byte) Math.min(2, found[place] + 1);
            places[k] = place;
        }
        int left = 0;
        for (int k = 0; k < n; k++) {
            int token = tokens[k];
            tokens[left] = token;
            int more = found[places[k]] >>> 1;
            int isShort = (offsets[token + fewest] - offsets[token] - compared) >>> 31;
            left += more | isShort;
        }
        return left;
    }

    private int join(char[] text, Tokens tokens) {
        int n = tokens.size();
        int most = n == 0 ? 0 : tokens.end(n - 1) - tokens.start(0);
        joined = Scratch.fresh(joined, most + LONGER);
        offsets = Scratch.fresh(offsets, n + 1);
        places = Scratch.fresh(places, n);
        int to = 0;
        for (int i = 0; i < n; i++) {
            int start = tokens.start(i);
            int units = tokens.units(i);
            offsets[i] = to;
            // What is too much is written over; of short words, most of a text, none is copied in a loop to its own
            // end.
            for (int k = 0; k < TokenTypes.READ_BEHIND; k++) {
                joined[to + k] = text[start + k];
            }
            for (int k = TokenTypes.READ_BEHIND; k < units; k++) {
                joined[to + k] = text[start + k];
            }
            to += units;
        }
        offsets[n] = to;
        Arrays.fill(joined, to, to + LONGER, (char) 0);
        return to;
    }

    /** A number of what begins at a place, a multiple of four units; that different beginnings share one does no harm. */
    private long key(int from, int units) {
        long key = four(from) * MIX;
        for (int at = from + FOUR; at < from + units; at += FOUR) {
            key = ((key ^ (key >>> 31)) + four(at)) * MIX;
        }
        return key ^ (key >>> 31);
    }

    private long four(int at) {
        return joined[at] | (long) joined[at + 1] << 16 | (long) joined[at + 2] << 32 | (long) joined[at + 3] << 48;
    }
}
