package org.babelmill.pipeline.text;

import java.util.Arrays;

/**
 * A trie of words with a value each. The first character is looked up in a table, every other step is one probe of an
 * open hash table from (node, character) to node, so that walking needs neither objects nor branches. Filled once, then
 * read by any number of threads.
 */
final class WordTrie {

    private static final long EMPTY = -1;

    private final int[] roots = new int[0x10000];
    private long[] keys = new long[1 << 12];
    private int[] targets = new int[1 << 12];
    private int[] values = new int[1 << 12];
    private boolean[] inner = new boolean[1 << 12];
    private int nodes;
    private int edges;

    WordTrie() {
        Arrays.fill(roots, -1);
        Arrays.fill(keys, EMPTY);
    }

    /** Adds a word of at least one character; its value must not be negative. */
    void add(CharSequence word, int value) {
        char head = word.charAt(0);
        if (roots[head] < 0) {
            roots[head] = newNode();
        }
        int node = roots[head];
        for (int i = 1; i < word.length(); i++) {
            inner[node] = true;
            int next = next(node, word.charAt(i));
            node = next >= 0 ? next : newEdge(node, word.charAt(i));
        }
        values[node] = value;
    }

    /** The node that a first character leads to, or -1. */
    int first(char c) {
        return roots[c];
    }

    /** The node that a further character leads to, or -1. */
    int next(int node, char c) {
        long key = ((long) node << 16) | c;
        int mask = keys.length - 1;
        for (int slot = slot(key, mask); ; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            if (keys[slot] == EMPTY) {
                return -1;
            }
        }
    }

    /** The value of the word that ends at a node, or -1 where none does. */
    int value(int node) {
        return values[node];
    }

    /** Whether longer words go through a node. */
    boolean hasNext(int node) {
        return inner[node];
    }

    private int newNode() {
        if (nodes == values.length) {
            values = Arrays.copyOf(values, nodes * 2);
            inner = Arrays.copyOf(inner, nodes * 2);
        }
        values[nodes] = -1;
        return nodes++;
    }

    private int newEdge(int node, char c) {
        if (++edges > keys.length * 2 / 3) {
            grow();
        }
        int target = newNode();
        put(((long) node << 16) | c, target);
        return target;
    }

    private void put(long key, int target) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static int slot(long key, int mask) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }
}
