package org.babelmill.langid.ngram;

import java.util.Arrays;

/** Builds the slots and posting lists of an {@link NgramPack}, feature by feature. */
final class PackTable {

    private final int languages;
    private final long[] slots;
    private int[] postings = new int[1 << 16];
    private int used;
    private int begin;

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
        int needed = used + 1 + count;
        if (needed < 0) {
            throw new IllegalArgumentException("more than 2^31 postings; train with a smaller limit");
        }
        if (needed > postings.length) {
            postings = Arrays.copyOf(
                    postings, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, postings.length * 2L)));
        }
        postings[used++] = count;
    }

    /** Adds a language, by ascending number. */
    void posting(int language, int value) {
        postings[used++] = (language << NgramPack.VALUE_BITS) | value;
    }

    /** Ends the feature and gives it a slot. */
    void end(int home, int check) {
        long payload = begin;
        if (postings[begin] == 1) {
            payload = NgramPack.SINGLE | postings[begin + 1];
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

    int[] postings() {
        return Arrays.copyOf(postings, used);
    }
}
