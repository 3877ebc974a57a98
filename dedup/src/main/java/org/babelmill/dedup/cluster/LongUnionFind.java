package org.babelmill.dedup.cluster;

import java.util.Arrays;

/**
 * Disjoint sets of {@code long} nodes (Galler and Fischer 1964), in three primitive arrays: 18 to 24 bytes a node. The root of a set is its smallest node, so the result does not depend on the order of the unions. Paths are
 * halved on the way (Tarjan and van Leeuwen 1984). Not thread-safe.
 */
public final class LongUnionFind {

    private static final double LOAD = 0.7;

    /** Most nodes that one instance can hold. */
    public static final int MOST = (int) (LOAD * (1 << 30));

    private long[] nodes = new long[16];
    private int[] parents = new int[16];

    /** Open addressing by linear probing; a slot holds the index of a node plus one, 0 when it is free. */
    private int[] slots = new int[32];

    private int size;

    /** No nodes. */
    public LongUnionFind() {}

    /** Number of nodes that took part in a union. */
    public int size() {
        return size;
    }

    /**
     * Puts two nodes, and all that are in a set with them, into one set.
     *
     * @return whether they were in different sets before
     * @throws IllegalStateException above {@link #MOST} nodes
     */
    public boolean union(long one, long other) {
        int a = rootIndex(index(one));
        int b = rootIndex(index(other));
        if (a == b) {
            return false;
        }
        if (nodes[a] < nodes[b]) {
            parents[b] = a;
        } else {
            parents[a] = b;
        }
        return true;
    }

    /** The smallest node of the node's set; the node itself when it never took part in a union. */
    public long find(long node) {
        int slot = slot(node);
        return slots[slot] == 0 ? node : nodes[rootIndex(slots[slot] - 1)];
    }

    /** A node by its place in the order of first use, from 0 to {@link #size} - 1. */
    public long node(int index) {
        return nodes[index];
    }

    /** The smallest node of the set of the node at a place; for the smallest that is itself. */
    public long root(int index) {
        return nodes[rootIndex(index)];
    }

    private int rootIndex(int index) {
        int at = index;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private int index(long node) {
        int slot = slot(node);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size + 1 > slots.length * LOAD) {
            enlargeSlots();
            slot = slot(node);
        }
        if (size == nodes.length) {
            int capacity = (int) Math.min(MOST, size + (long) (size >> 1) + 16);
            nodes = Arrays.copyOf(nodes, capacity);
            parents = Arrays.copyOf(parents, capacity);
        }
        nodes[size] = node;
        parents[size] = size;
        slots[slot] = ++size;
        return size - 1;
    }

    private int slot(long node) {
        int mask = slots.length - 1;
        int slot = (int) mix(node) & mask;
        while (slots[slot] != 0 && nodes[slots[slot] - 1] != node) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void enlargeSlots() {
        if (slots.length == 1 << 30) {
            throw new IllegalStateException("more than " + MOST + " nodes in one task; lower dedup.max-local-nodes");
        }
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(nodes[i])] = i + 1;
        }
    }

    /** The finalizer of MurmurHash3: nodes need not be random. */
    private static long mix(long node) {
        long h = (node ^ (node >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
