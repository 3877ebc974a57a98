package org.babelmill.langid.ngram;

/**
 * The 64-bit keys of words and n-grams. A key is a polynomial hash of the chars, finished by a mixer, and other orders
 * have other seeds, so that the n-grams of a word cost a constant number of operations each.
 */
public final class NgramKeys {

    /** The longest n-grams. */
    public static final int MAX_ORDER = 6;

    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = new long[64];
    private static final long[] SEEDS = new long[MAX_ORDER + 1];

    static {
        POWERS[0] = 1;
        for (int n = 1; n < POWERS.length; n++) {
            POWERS[n] = POWERS[n - 1] * BASE;
        }
        for (int n = 0; n <= MAX_ORDER; n++) {
            SEEDS[n] = mix(n + 1);
        }
    }

    private NgramKeys() {}

    /**
     * Writes the hashes of all prefixes: {@code prefixes[i]} of the first {@code i} chars from {@code start}.
     *
     * @param prefixes room for {@code length + 1} hashes
     */
    static void prefixes(char[] chars, int start, int length, long[] prefixes) {
        long hash = 0;
        prefixes[0] = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * BASE + chars[start + i] + 1;
            prefixes[i + 1] = hash;
        }
    }

    /** The key of the n-gram of the given order from char {@code start}. */
    static long gram(long[] prefixes, int start, int order) {
        return mix(prefixes[start + order] - prefixes[start] * POWERS[order] + SEEDS[order]);
    }

    /** The key of a whole word whose chars stand from 1 to {@code length}, after a space. */
    static long word(char[] chars, int length) {
        long hash = 0;
        for (int i = 1; i <= length; i++) {
            hash = hash * BASE + chars[i] + 1;
        }
        return mix(hash + SEEDS[0]);
    }

    /** The key of a feature given as text: a word where {@code order} is 0, else an n-gram. */
    public static long of(CharSequence feature, int order) {
        long hash = 0;
        for (int i = 0; i < feature.length(); i++) {
            hash = hash * BASE + feature.charAt(i) + 1;
        }
        return mix(hash + SEEDS[order]);
    }

    /** The finisher of MurmurHash3 (Austin Appleby, public domain): every bit of the input changes half of the output. */
    private static long mix(long value) {
        long h = value;
        h ^= h >>> 33;
        h *= 0xFF51AFD7ED558CCDL;
        h ^= h >>> 33;
        h *= 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
