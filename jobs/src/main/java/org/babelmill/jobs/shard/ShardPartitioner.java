package org.babelmill.jobs.shard;

import java.util.Arrays;
import org.apache.spark.Partitioner;

/** Gives each task the files that the plan gives it. */
final class ShardPartitioner extends Partitioner {

    private static final long serialVersionUID = 1L;

    private final int[] starts;

    ShardPartitioner(ShardPlan plan) {
        this.starts = plan.taskStarts();
    }

    @Override
    public int numPartitions() {
        return starts.length;
    }

    @Override
    public int getPartition(Object key) {
        int found = Arrays.binarySearch(starts, ((ShardSlot) key).shard());
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShardPartitioner that && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(starts);
    }
}
