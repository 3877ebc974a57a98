package org.babelmill.jobs.shard;

import java.io.Serializable;

/**
 * Where a row goes: the file, and its place in the file.
 *
 * @param shard position in the plan's list of files
 * @param order place in the shuffled order, an unsigned number
 * @param id breaks ties
 */
record ShardSlot(int shard, long order, String id) implements Serializable, Comparable<ShardSlot> {

    @Override
    public int compareTo(ShardSlot other) {
        int byShard = Integer.compare(shard, other.shard);
        if (byShard != 0) {
            return byShard;
        }
        int byOrder = Long.compareUnsigned(order, other.order);
        return byOrder != 0 ? byOrder : id.compareTo(other.id);
    }
}
