package org.babelmill.pipeline.text;

import java.util.Arrays;

/**
 * A trie of words with a value each. The first character is looked up in a table, every other step is one probe of an
 * open hash table from (node, character) to node, so that walking needs neither objects nor branches. Filled once, then
 * read by any number of threads.
 *
 * <p>A node is met as one number that also says what else a walk asks of it: the lists are larger than any cache, and a
 * step should wait for memory once.
 */
final class WordTrie {

    /** No node. */
    static final long NONE = -1;

    private static final long EMPTY = -1;

    /** Values, and -1, are kept in the lowest bits, one too high. */
    private static final long VALUE = 0xFFFF;

    private static final long INNER = 1 << 16;
    private static final int NUMBER_SHIFT = 17;

    private final long[] roots = new long[0x10000];

    /** Key and node of an edge, side by side. */
    private long[] table = new long[1 << 13];

    private int nodes;
    private int edges;

    WordTrie() {
        Arrays.fill(roots, NONE);
        Arrays.fill(table, EMPTY);
    }

    /**
     * Adds a word of at least one character.
     *
     * @param value 0 to 65,534
     * @throws IllegalArgumentException for another value
     */
    void add(CharSequence word, int value) {
        if (value < 0 || value >= VALUE) {
            throw new IllegalArgumentException("value " + value + " of " + word + " is not from 0 to " + (VALUE - 1));
        }
        int last = word.length() - 1;
        char head = word.charAt(0);
        roots[head] = changed(roots[head], last == 0, value);
        long node = roots[head];
        for (int i = 1; i <= last; i++) {
            if ((edges + 1) * 3L > table.length) {
                grow();
            }
            long key = key(node, word.charAt(i));
            int slot = find(table, key);
            edges += table[slot] == EMPTY ? 1 : 0;
            table[slot] = key;
            node = changed(table[slot + 1], i == last, value);
            table[slot + 1] = node;
        }
    }

    /** The node as it is when one more word goes through it, or ends there. */
    private long changed(long old, boolean ends, int value) {
        long node = old == NONE ? (long) nodes++ << NUMBER_SHIFT : old;
        return ends ? (node & ~VALUE) | (value + 1) : node | INNER;
    }

    /** The node that a first character leads to, or {@link #NONE}. */
    long first(char c) {
        return roots[c];
    }

    /** The node that a further character leads to, or {@link #NONE}. */
    long next(long node, char c) {
        return table[find(table, key(node, c)) + 1];
    }

    /** The value of the word that ends at a node, or -1 where none does. */
    static int value(long node) {
        return (int) (node & VALUE) - 1;
    }

    /** Whether longer words go through a node. */
    static boolean hasNext(long node) {
        return (node & INNER) != 0;
    }

    private static long key(long node, char c) {
        return (node >>> NUMBER_SHIFT) << 16 | c;
    }

    /** Where a key is, or would be. */
    private static int find(long[] table, long key) {
        int mask = table.length - 2;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) << 1 & mask;
        while (table[slot] != key && table[slot] != EMPTY) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.fill(larger, EMPTY);
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != EMPTY) {
                int slot = find(larger, table[i]);
                larger[slot] = table[i];
                larger[slot + 1] = table[i + 1];
            }
        }
        table = larger;
    }
}
