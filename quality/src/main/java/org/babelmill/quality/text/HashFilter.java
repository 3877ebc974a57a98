package org.babelmill.quality.text;

/**
 * Says of most hashes at once that they are not in a small set: a bit for each of 2048 classes. Spares the look-up for the
 * many words of a text that are on no list.
 */
final class HashFilter {

    private static final int WORDS = 32;

    private final long[] bits = new long[WORDS];

    void add(long hash) {
        bits[word(hash)] |= 1L << hash;
    }

    /** False only for hashes that were not added. */
    boolean mayContain(long hash) {
        return (bits[word(hash)] >>> hash & 1) != 0;
    }

    private static int word(long hash) {
        return (int) (hash >>> 6) & (WORDS - 1);
    }
}
