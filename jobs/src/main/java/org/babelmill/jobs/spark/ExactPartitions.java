package org.babelmill.jobs.spark;

import java.util.Arrays;
import org.apache.spark.Partitioner;

/**
 * Partitions of keys by fixed boundaries: a key belongs to the last boundary that is not above it. Unlike Spark's range
 * partitioner it samples nothing, so the same key goes to the same partition in every run.
 */
public final class ExactPartitions extends Partitioner {

    private static final long serialVersionUID = 1L;

    private final long[] starts;

    /**
     * Boundaries.
     *
     * @param starts first key of each partition, ascending; keys below the first belong to it too
     */
    public ExactPartitions(long[] starts) {
        this.starts = starts.clone();
    }

    @Override
    public int numPartitions() {
        return Math.max(1, starts.length);
    }

    @Override
    public int getPartition(Object key) {
        int found = Arrays.binarySearch(starts, (Long) key);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactPartitions that && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(starts);
    }
}
