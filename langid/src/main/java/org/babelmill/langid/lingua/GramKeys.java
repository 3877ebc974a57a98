package org.babelmill.langid.lingua;

/** Keys of n-grams of up to five chars: a polynomial hash, finished by a mixer. */
final class GramKeys {

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private GramKeys() {}

    /** The key of the chars from {@code start} to {@code end} (exclusive). */
    static long of(char[] chars, int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = add(hash, chars[i]);
        }
        return finish(hash);
    }

    /** A hash, not yet finished, with one more char. */
    static long add(long hash, char c) {
        return (hash + c + 1) * BASE;
    }

    /** The finisher of MurmurHash3 (Austin Appleby, public domain). */
    static long finish(long hash) {
        long h = hash;
        h ^= h >>> 33;
        h *= 0xFF51AFD7ED558CCDL;
        h ^= h >>> 33;
        h *= 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
