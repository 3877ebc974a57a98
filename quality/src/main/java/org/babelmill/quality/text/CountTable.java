package org.babelmill.quality.text;

import java.util.Arrays;

/**
 * Counts 64-bit keys in an open hash table, and numbers them in the order in which they first came: from 0, without gaps,
 * so that what is known of a key stands in arrays and a number can be part of another key. Cleared and filled once for each
 * measurement; small enough for the first cache on a usual page.
 */
public final class CountTable {

    private long[] keys = new long[256];
    private int[] numbers = new int[256];
    private int[] counts = new int[128];
    private int[] firsts = new int[128];
    private int mask;
    private int size;

    /** Empties the table and makes room for as many different keys; for more it grows. */
    public void reset(int expected) {
        int capacity = Math.max(256, Integer.highestOneBit(Math.max(1, expected)) * 4);
        if (keys.length < capacity || keys.length > (1 << 20)) {
            allocate(capacity);
        } else {
            Arrays.fill(keys, 0, capacity, 0);
        }
        mask = capacity - 1;
        size = 0;
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        numbers = new int[capacity];
        counts = new int[capacity / 2];
        firsts = new int[capacity / 2];
    }

    /**
     * Counts a key.
     *
     * @param index where it stands; the first one given for a key is kept
     * @return the key's number: what {@link #size} was before, of a new one
     */
    public int add(long key, int index) {
        return add(key, index, 1);
    }

    /** Counts a key several times at once; otherwise as {@link #add(long, int)}. */
    public int add(long key, int index, int times) {
        long stored = key == 0 ? Long.MIN_VALUE : key;
        int slot = slot(stored);
        while (keys[slot] != stored) {
            if (keys[slot] == 0) {
                return added(stored, slot, index, times);
            }
            slot = (slot + 1) & mask;
        }
        int number = numbers[slot];
        counts[number] += times;
        return number;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }

    private int added(long key, int slot, int index, int times) {
        if (size > mask / 2) {
            grow();
            return add(key, index, times);
        }
        keys[slot] = key;
        numbers[slot] = size;
        counts[size] = times;
        firsts[size] = index;
        return size++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        int[] oldCounts = counts;
        int[] oldFirsts = firsts;
        int old = mask + 1;
        mask = 2 * old - 1;
        allocate(2 * old);
        System.arraycopy(oldCounts, 0, counts, 0, size);
        System.arraycopy(oldFirsts, 0, firsts, 0, size);
        for (int i = 0; i < old; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                while (keys[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    /** How many different keys came. */
    public int size() {
        return size;
    }

    /** Where the key with a number stood first. */
    public int first(int number) {
        return firsts[number];
    }

    /** How often the key with a number came. */
    public int count(int number) {
        return counts[number];
    }
}
