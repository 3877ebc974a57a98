package org.babelmill.dedup.signature;

import java.util.Arrays;

/**
 * The different hashes of one text: counts them, and spares the kernel those that come again. A table with linear
 * probing; the hashes are random already. Belongs to one thread; cleared for each text.
 */
final class DistinctHashes {

    /** A table that one giant text made longer than this is given back after it. */
    private static final int KEEP = 1 << 20;

    private long[] table = new long[1 << 12];
    private int mask;
    private int size;
    private boolean zero;

    /** Makes the table empty, with room for so many hashes. */
    void clear(int room) {
        int capacity = Integer.highestOneBit(Math.max(32, Math.min(room, 1 << 28)) * 2 - 1) * 2;
        if (capacity > table.length || (table.length > KEEP && capacity <= KEEP)) {
            table = new long[capacity];
        } else {
            Arrays.fill(table, 0, capacity, 0);
        }
        mask = capacity - 1;
        size = 0;
        zero = false;
    }

    /** Moves the hashes that were not there before to the front, in order; answers how many they are. */
    int retainNew(long[] hashes, int count) {
        int fresh = 0;
        for (int i = 0; i < count; i++) {
            hashes[fresh] = hashes[i];
            fresh += add(hashes[i]) ? 1 : 0;
        }
        size += fresh;
        return fresh;
    }

    /** Number of different hashes since the table was cleared. */
    int size() {
        return size;
    }

    private boolean add(long hash) {
        if (hash == 0) {
            boolean first = !zero;
            zero = true;
            return first;
        }
        int slot = (int) hash & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        return true;
    }
}
