package org.babelmill.langid.ngram;

import java.util.Arrays;

/** Builds the slots and posting lists of an {@link NgramPack}, feature by feature. */
final class PackTable {

    private final int languages;
    private final long[] slots;
    private byte[] postings = new byte[1 << 16];
    private int used;
    private int begin;
    private int count;

    PackTable(int bits, int languages) {
        this.languages = languages;
        this.slots = new long[1 << bits];
    }

    int languages() {
        return languages;
    }

    /** Starts a feature that so many languages have, at least 1. */
    void begin(int count) {
        this.begin = used;
        this.count = count;
        int needed = used + 2 + count * NgramPack.POSTING_BYTES;
        if (needed < 0) {
            throw new IllegalArgumentException("more than 2 GiB of posting lists; train with a smaller limit");
        }
        if (needed > postings.length) {
            postings = Arrays.copyOf(
                    postings, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, postings.length * 2L)));
        }
        put16(count - 1);
    }

    /** Adds a language, by ascending number. */
    void posting(int language, int value) {
        put16(language);
        postings[used++] = (byte) value;
    }

    /** Ends the feature and gives it a slot. */
    void end(int home, int check) {
        long payload = begin;
        if (count == 1) {
            int at = begin + 2;
            payload = NgramPack.SINGLE
                    | ((postings[at] & 0xFFL) << 16)
                    | ((postings[at + 1] & 0xFFL) << 8)
                    | (postings[at + 2] & 0xFFL);
            used = begin;
        }
        int at = home;
        while (slots[at] != 0) {
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = ((long) check << NgramPack.CHECK_SHIFT) | NgramPack.OCCUPIED | payload;
    }

    long[] slots() {
        return slots;
    }

    /** The lists, and a byte more, so that four bytes can be read wherever a posting begins. */
    byte[] postings() {
        return Arrays.copyOf(postings, used + 1);
    }

    private void put16(int value) {
        postings[used++] = (byte) (value >>> 8);
        postings[used++] = (byte) value;
    }
}
