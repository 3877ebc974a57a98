package org.babelmill.pipeline.text;

import java.util.Arrays;

/**
 * A trie of words with a value each. The first character is looked up in a table, every other step is one probe of an
 * open hash table from (node, character) to node, so that walking needs neither objects nor branches. Filled once, then
 * read by any number of threads.
 *
 * <p>A node is met as one number that also says what else a walk asks of it: the lists are larger than any cache, and a
 * step should wait for memory once, or not at all where it leads nowhere.
 */
final class WordTrie {

    /** No node. */
    static final long NONE = -1;

    private static final long EMPTY = -1;

    /** Values, and -1, are kept in the lowest bits, one too high. */
    private static final long VALUE = 0xFFFF;

    private static final int NUMBER_SHIFT = 16;
    private static final int MOST_NODES = 1 << 22;

    /** Above the number: a bit for each of 26 classes of characters, set where one of the class leads on. */
    private static final int NEXT_SHIFT = 38;

    private static final int NEXT_CLASSES = 26;

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
     * @throws IllegalArgumentException for another value, or when there are four million beginnings of words already
     */
    void add(CharSequence word, int value) {
        if (value < 0 || value >= VALUE) {
            throw new IllegalArgumentException("value " + value + " of " + word + " is not from 0 to " + (VALUE - 1));
        }
        int last = word.length() - 1;
        char head = word.charAt(0);
        long node = reached(roots[head], word, 0, value);
        roots[head] = node;
        for (int i = 1; i <= last; i++) {
            if ((edges + 1) * 3L > table.length) {
                grow();
            }
            long key = key(node, word.charAt(i));
            int slot = find(table, key);
            edges += table[slot] == EMPTY ? 1 : 0;
            table[slot] = key;
            node = reached(table[slot + 1], word, i, value);
            table[slot + 1] = node;
        }
    }

    /** What becomes of a node, or of none, when a word reaches it with the character at an index. */
    private long reached(long old, CharSequence word, int index, int value) {
        if (old == NONE && nodes == MOST_NODES) {
            throw new IllegalArgumentException("more words than there are numbers for, at " + word);
        }
        long node = old == NONE ? (long) nodes++ << NUMBER_SHIFT : old;
        return index == word.length() - 1 ? (node & ~VALUE) | (value + 1) : node | nextBit(word.charAt(index + 1));
    }

    private static long nextBit(char c) {
        return 1L << (NEXT_SHIFT + c % NEXT_CLASSES);
    }

    /** The node that a first character leads to, or {@link #NONE}. */
    long first(char c) {
        return roots[c];
    }

    /** The node that a further character leads to, or {@link #NONE}. */
    long next(long node, char c) {
        return (node & nextBit(c)) == 0 ? NONE : table[find(table, key(node, c)) + 1];
    }

    /** The value of the word that ends at a node, or -1 where none does. */
    static int value(long node) {
        return (int) (node & VALUE) - 1;
    }

    private static long key(long node, char c) {
        return (node >>> NUMBER_SHIFT & (MOST_NODES - 1)) << 16 | c;
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
