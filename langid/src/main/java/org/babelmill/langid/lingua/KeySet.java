package org.babelmill.langid.lingua;

import java.util.Arrays;

/** A set of keys that is emptied often. Zero stands for "free", so that one key in 2^64 is taken for new each time. */
final class KeySet {

    private long[] slots = new long[1 << 10];
    private int size;

    void clear() {
        if (size > 0) {
            Arrays.fill(slots, 0);
            size = 0;
        }
    }

    /** Adds a key; false where it was there. */
    boolean add(long key) {
        int mask = slots.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[at] != 0) {
            if (slots[at] == key) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = key;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long key : old) {
            if (key != 0) {
                add(key);
            }
        }
    }
}
