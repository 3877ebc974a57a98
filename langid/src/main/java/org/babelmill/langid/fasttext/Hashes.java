package org.babelmill.langid.fasttext;

/** The hash that fastText gives bytes: 32-bit FNV-1a in which a byte is sign-extended before it is mixed in. */
final class Hashes {

    /** Hash of no bytes. */
    static final int START = (int) 2166136261L;

    private static final int PRIME = 16777619;

    private Hashes() {}

    /** The hash after one more byte. */
    static int add(int hash, byte b) {
        return (hash ^ b) * PRIME;
    }

    static int of(byte[] bytes, int from, int to) {
        int hash = START;
        for (int i = from; i < to; i++) {
            hash = add(hash, bytes[i]);
        }
        return hash;
    }
}
