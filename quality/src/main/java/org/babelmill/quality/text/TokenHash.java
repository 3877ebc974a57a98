package org.babelmill.quality.text;

/**
 * A polynomial hash of UTF-16 text modulo the prime 2<sup>61</sup> - 1. The hash of a concatenation follows from the
 * hashes of its parts, so that any n-gram is hashed without joining its words: {@code hash(ab) = hash(a) * power(|b|) +
 * hash(b)}. For texts that nobody chose to collide, two different ones of up to a million characters do so with a
 * probability below 10<sup>-12</sup>.
 *
 * <p>Quality models store weights by these hashes: a change here is a new version of their file.
 */
public final class TokenHash {

    private static final long PRIME = (1L << 61) - 1;
    private static final long BASE = 0x1357_9BDF_0246_8ACDL % PRIME;
    private static final char[] FOLDED = foldTable();
    /** Units that are summed up before anything is reduced: 256 products of 17 and 31 bits do not overflow. */
    static final int PIECE = 256;

    private static final int HALF = 31;

    private static final long[] POWERS = powers();
    private static final long[] LOW = new long[PIECE];
    private static final long[] HIGH = new long[PIECE];

    static {
        for (int i = 0; i < PIECE; i++) {
            LOW[i] = POWERS[i] & ((1L << HALF) - 1);
            HIGH[i] = POWERS[i] >>> HALF;
        }
    }

    private TokenHash() {}

    /** The hash of {@code text[start, end)}. */
    public static long of(char[] text, int start, int end) {
        int at = Math.min(end, start + PIECE);
        long hash = piece(text, start, at);
        while (at < end) {
            int stop = Math.min(end, at + PIECE);
            hash = concat(hash, piece(text, at, stop), stop - at);
            at = stop;
        }
        return hash;
    }

    /** Each unit by its power of the base, in two halves: no step has to wait for the one before. */
    private static long piece(char[] text, int start, int end) {
        long low = 0;
        long high = 0;
        for (int i = start, power = end - start - 1; i < end; i++, power--) {
            low += (text[i] + 1) * LOW[power];
            high += (text[i] + 1) * HIGH[power];
        }
        return sum(low, high);
    }

    /**
     * The hash of at most {@link #PIECE} units from their sums: of one more than each, times the {@link #low} and the
     * {@link #high} half of the base to the power of the units that follow it.
     */
    static long sum(long low, long high) {
        // What the shift moves beyond the prime's 61 bits comes in again below.
        return reduce(low + ((high << HALF) & PRIME) + (high >>> (61 - HALF)));
    }

    /** The lower half of a power of the base, below {@link #PIECE}. */
    static long low(int power) {
        return LOW[power];
    }

    /** The upper half of a power of the base, below {@link #PIECE}. */
    static long high(int power) {
        return HIGH[power];
    }

    /** The hash of the text with every unit in lower case, by Unicode's simple mapping, the same in every locale, and the
     * typographic apostrophe as the plain one. */
    public static long folded(char[] text, int start, int end) {
        int stop = Math.min(end, start + PIECE);
        long low = 0;
        long high = 0;
        for (int i = start, power = stop - start - 1; i < stop; i++, power--) {
            low += (FOLDED[text[i]] + 1) * LOW[power];
            high += (FOLDED[text[i]] + 1) * HIGH[power];
        }
        long hash = sum(low, high);
        for (int i = stop; i < end; i++) {
            hash = append(hash, FOLDED[text[i]]);
        }
        return hash;
    }

    /** The hash of a text one unit longer. */
    public static long append(long hash, char unit) {
        return reduce(multiply(hash, BASE) + unit + 1);
    }

    /** The hash of the text hashed by {@code left} followed by one of {@code units} units hashed by {@code right}. */
    public static long concat(long left, long right, int units) {
        return reduce(multiply(left, power(units)) + right);
    }

    private static long power(int units) {
        if (units < POWERS.length) {
            return POWERS[units];
        }
        long result = 1;
        long square = BASE;
        for (int n = units; n > 0; n >>>= 1) {
            if ((n & 1) != 0) {
                result = reduce(multiply(result, square));
            }
            square = reduce(multiply(square, square));
        }
        return result;
    }

    /** The product modulo the prime, not yet fully reduced: below 2^62. */
    private static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return (low & PRIME) + ((low >>> 61) | (high << 3));
    }

    private static long reduce(long value) {
        long folded = (value & PRIME) + (value >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }

    private static char[] foldTable() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            int lower = Character.toLowerCase(c);
            table[c] = lower < 0x10000 ? (char) lower : (char) c;
        }
        table[0x2019] = '\'';
        return table;
    }

    private static long[] powers() {
        long[] table = new long[PIECE + 1];
        table[0] = 1;
        for (int i = 1; i < table.length; i++) {
            table[i] = reduce(multiply(table[i - 1], BASE));
        }
        return table;
    }
}
