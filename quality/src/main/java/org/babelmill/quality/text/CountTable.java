package org.babelmill.quality.text;

import java.util.Arrays;

/**
 * Counts 64-bit keys in an open hash table: how often each came, and where it came first. Cleared and filled once for each
 * measurement; small enough for the first cache on a usual page.
 */
public final class CountTable {

    private long[] keys = new long[256];
    private int[] counts = new int[256];
    private int[] firsts = new int[256];
    private int[] order = new int[256];
    private int mask;
    private int size;

    /** Empties the table and makes room for as many different keys. */
    public void reset(int expected) {
        int capacity = Math.max(256, Integer.highestOneBit(Math.max(1, expected)) * 4);
        if (keys.length < capacity || keys.length > (1 << 20)) {
            keys = new long[capacity];
            counts = new int[capacity];
            firsts = new int[capacity];
            order = new int[capacity / 2];
        } else {
            Arrays.fill(keys, 0, capacity, 0);
        }
        mask = capacity - 1;
        size = 0;
    }

    /**
     * Counts a key.
     *
     * @param index where it stands; the first one given for a key is kept
     * @return the key's place in the table, for {@link #countAt}
     */
    public int add(long key, int index) {
        long stored = key == 0 ? Long.MIN_VALUE : key;
        int slot = find(stored);
        if (keys[slot] == 0) {
            keys[slot] = stored;
            counts[slot] = 1;
            firsts[slot] = index;
            order[size++] = slot;
        } else {
            counts[slot]++;
        }
        return slot;
    }

    /** How often the key at a place came. */
    public int countAt(int slot) {
        return counts[slot];
    }

    /** How many different keys came. */
    public int size() {
        return size;
    }

    /** Where the {@code i}-th different key stood first. */
    public int first(int i) {
        return firsts[order[i]];
    }

    /** How often the {@code i}-th different key came. */
    public int count(int i) {
        return counts[order[i]];
    }

    private int find(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
