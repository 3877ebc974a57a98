package org.babelmill.quality.text;

import java.util.Arrays;

/** A set of 64-bit keys in an open hash table, cleared and filled once for each measurement. */
public final class KeySet {

    private long[] keys = new long[256];
    private int mask;

    /** Empties the set and makes room for as many keys. */
    public void reset(int expected) {
        int capacity = Math.max(256, Integer.highestOneBit(Math.max(1, expected)) * 4);
        if (keys.length < capacity || keys.length > (1 << 20)) {
            keys = new long[capacity];
        } else {
            Arrays.fill(keys, 0, capacity, 0);
        }
        mask = capacity - 1;
    }

    /** Adds a key; tells whether it was new. */
    public boolean add(long key) {
        long stored = key == 0 ? Long.MIN_VALUE : key;
        int slot = (int) ((stored * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[slot] != 0) {
            if (keys[slot] == stored) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        keys[slot] = stored;
        return true;
    }
}
