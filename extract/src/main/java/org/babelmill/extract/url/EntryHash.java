package org.babelmill.extract.url;

/**
 * A 64-bit hash of text that can be read off at any place while the text goes by: FNV-1a, with the finaliser of
 * MurmurHash3 over it. Two of five million entries share a hash with a chance of one in a million.
 */
final class EntryHash {

    static final long START = 0xcbf29ce484222325L;

    private EntryHash() {}

    static long add(long state, char c) {
        return (state ^ c) * 0x100000001b3L;
    }

    static long add(long state, CharSequence text, int from, int to) {
        long result = state;
        for (int i = from; i < to; i++) {
            result = add(result, text.charAt(i));
        }
        return result;
    }

    static long finish(long state) {
        long h = state;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
