package org.babelmill.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sizes of clusters and the largest of them. Not thread-safe. */
public final class ClusterTally implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 12;
    private static final Comparator<Cluster> ORDER =
            Comparator.comparingLong((Cluster c) -> c.size()).reversed().thenComparing(Cluster::id);

    private final TreeMap<Long, Long> sizes = new TreeMap<>();
    private final TreeMap<String, Long> links = new TreeMap<>();
    private final List<Cluster> largest = new ArrayList<>();

    /**
     * A cluster.
     *
     * @param id the smallest id of its members
     * @param size members
     * @param hosts different hosts
     * @param firstSeen earliest fetch, empty when unknown
     * @param lastSeen latest fetch, empty when unknown
     */
    public record Cluster(String id, long size, long hosts, String firstSeen, String lastSeen)
            implements Serializable {}

    void addCluster(Cluster cluster) {
        sizes.merge(bucket(cluster.size()), 1L, Long::sum);
        offer(cluster);
    }

    void addLink(String link) {
        links.merge(link, 1L, Long::sum);
    }

    private void offer(Cluster cluster) {
        largest.add(cluster);
        largest.sort(ORDER);
        if (largest.size() > LARGEST) {
            largest.remove(LARGEST);
        }
    }

    /** Sizes up to 10 as they are, above that the next smaller power of two. */
    private static long bucket(long size) {
        return size <= 10 ? size : Math.max(11, Long.highestOneBit(size));
    }

    ClusterTally plus(ClusterTally other) {
        other.sizes.forEach((size, number) -> sizes.merge(size, number, Long::sum));
        other.links.forEach((link, number) -> links.merge(link, number, Long::sum));
        other.largest.forEach(this::offer);
        return this;
    }

    /** Clusters by size; from 11 on a size stands for all up to the next entry's power of two. */
    public Map<Long, Long> sizes() {
        return sizes;
    }

    /** Duplicates by what linked them: url, exact or near. */
    public Map<String, Long> links() {
        return links;
    }

    /** The largest clusters. */
    public List<Cluster> largest() {
        return List.copyOf(largest);
    }
}
