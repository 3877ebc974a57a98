package org.babelmill.dedup.datatrove;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Joins pairs as datatrove does: sets are united by size, of two equally large ones the first pair member's wins, and the
 * root of the set is the document that stays. So the result follows the order of the pairs, which is why this is for
 * comparison and no way to choose who stays. About 150 bytes a document. Not thread-safe.
 */
public final class PairClusters {

    private final Map<Long, Long> parents = new HashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();

    /** No pairs yet. */
    public PairClusters() {}

    /** Takes the next pair, in the order of datatrove's files: by name, each from its beginning. */
    public void add(DocumentPair pair) {
        long one = root(node(pair.file(), pair.document()));
        long other = root(node(pair.otherFile(), pair.otherDocument()));
        if (one == other) {
            return;
        }
        int size = sizes.getOrDefault(one, 1);
        int otherSize = sizes.getOrDefault(other, 1);
        long index = node(DocumentPair.INDEX, DocumentPair.INDEX);
        boolean swap = other == index || (one != index && size < otherSize);
        parents.put(swap ? one : other, swap ? other : one);
        sizes.put(swap ? other : one, size + otherSize);
        sizes.remove(swap ? one : other);
    }

    /** Number of documents in clusters that do not stay. */
    public long removed() {
        return parents.size() - clusters();
    }

    /** Number of clusters. */
    public long clusters() {
        return sizes.size();
    }

    /** The files that have documents in clusters, in order. */
    public SortedSet<Integer> files() {
        SortedSet<Integer> files = new TreeSet<>(Integer::compareUnsigned);
        parents.keySet().forEach(node -> files.add((int) (node >>> 32)));
        return files;
    }

    /** Writes the {@code .remove} file of a file: the documents to drop, ascending. */
    public void writeRemoved(int file, OutputStream out) throws IOException {
        for (long node : documents(file)) {
            if (root(node) != node) {
                out.write(bytes((int) node));
            }
        }
    }

    /** Writes the {@code .sizes} file of a file: documents in clusters, ascending, each with the size of its cluster. */
    public void writeSizes(int file, OutputStream out) throws IOException {
        for (long node : documents(file)) {
            out.write(bytes((int) node));
            out.write(bytes(sizes.get(root(node))));
        }
    }

    private SortedSet<Long> documents(int file) {
        SortedSet<Long> documents = new TreeSet<>(Long::compareUnsigned);
        for (long node : parents.keySet()) {
            if ((int) (node >>> 32) == file) {
                documents.add(node);
            }
        }
        return documents;
    }

    private long root(long node) {
        parents.putIfAbsent(node, node);
        long root = node;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        for (long at = node; at != root; ) {
            long next = parents.put(at, root);
            at = next;
        }
        return root;
    }

    private static long node(int file, int document) {
        return (long) file << 32 | (document & 0xFFFF_FFFFL);
    }

    private static byte[] bytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
