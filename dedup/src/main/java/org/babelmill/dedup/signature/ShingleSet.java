package org.babelmill.dedup.signature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The set of a text's shingles, as hashes: what the exact Jaccard similarity is taken over. Immutable. */
public final class ShingleSet {

    private final long[] hashes;

    private ShingleSet(long[] sorted) {
        this.hashes = sorted;
    }

    /** The set of some hashes, which may repeat and are taken over. */
    static ShingleSet of(long[] hashes) {
        Arrays.sort(hashes);
        int size = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[size++] = hashes[i];
            }
        }
        return new ShingleSet(Arrays.copyOf(hashes, size));
    }

    /** A set that {@link #toBytes} wrote. */
    public static ShingleSet read(byte[] bytes) {
        long[] hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(hashes);
        return new ShingleSet(hashes);
    }

    /** The hashes, ascending, eight bytes each with the lowest first. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(hashes);
        return bytes.array();
    }

    /** Number of different shingles. */
    public int size() {
        return hashes.length;
    }

    /** The exact Jaccard similarity: common shingles over all shingles; 0 when both sets are empty. */
    public double jaccard(ShingleSet other) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int union = hashes.length + other.hashes.length - common;
        return union == 0 ? 0 : (double) common / union;
    }
}
