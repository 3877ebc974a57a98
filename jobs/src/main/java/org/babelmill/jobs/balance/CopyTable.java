package org.babelmill.jobs.balance;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies of a document by the size of its duplicate cluster: each entry holds from its size up to the next one's.
 * Immutable.
 */
public final class CopyTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<Long, Integer> copies;

    /**
     * A table.
     *
     * @param copies copies by first cluster size, which must include size 1; copies at least 1
     */
    public CopyTable(Map<Long, Integer> copies) {
        this.copies = new TreeMap<>(copies);
        if (!this.copies.containsKey(1L) || this.copies.values().stream().anyMatch(c -> c < 1)) {
            throw new IllegalArgumentException("a table starts at size 1 and has at least one copy: " + copies);
        }
    }

    /** One copy of everything. */
    public static CopyTable single() {
        return new CopyTable(Map.of(1L, 1));
    }

    /** FineWeb2's fixed table (its README, "rehydration"): popular pages more often, mass-produced ones once. */
    public static CopyTable fineweb2() {
        return new CopyTable(Map.of(1L, 1, 2L, 2, 3L, 3, 5L, 5, 100L, 8, 1000L, 1));
    }

    /** Copies of a document whose cluster has this many members, itself included; at least 1. */
    public int copies(long clusterSize) {
        return copies.floorEntry(Math.max(1, clusterSize)).getValue();
    }

    /** Copies by first cluster size. */
    public Map<Long, Integer> toMap() {
        return new TreeMap<>(copies);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CopyTable that && copies.equals(that.copies);
    }

    @Override
    public int hashCode() {
        return copies.hashCode();
    }

    @Override
    public String toString() {
        return copies.toString();
    }
}
