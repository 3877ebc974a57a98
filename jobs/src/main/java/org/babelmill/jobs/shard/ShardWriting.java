package org.babelmill.jobs.shard;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.table.TableWriter;

/**
 * The one shuffle of text: every row to the task that writes its file, sorted by its place in it.
 *
 * @param folder the shards' folder
 * @param rowGroupBytes size of a row group as parquet-java counts it
 * @param level of zstd
 */
record ShardWriting(String folder, long rowGroupBytes, int level) implements Serializable {

    /** Writes all files; returns them in any order. */
    List<ShardEntry> write(JavaPairRDD<ShardSlot, byte[]> rows, ShardPlan plan, Configuration hadoop) {
        SerializableConfiguration shared = new SerializableConfiguration(hadoop);
        return rows.repartitionAndSortWithinPartitions(new ShardPartitioner(plan))
                .mapPartitions(partition -> {
                    String attempt = TaskContext.getPartitionId() + "-"
                            + TaskContext.get().taskAttemptId();
                    Configuration settings = TableWriter.settings(shared.value(), level);
                    return new ShardFiles(plan.shards(), new Path(folder), this::layout, settings, attempt)
                            .write(partition)
                            .iterator();
                })
                .collect();
    }

    private TableWriter.Layout layout(ShardPlan.Shard shard) {
        return new TableWriter.Layout(
                rowGroupBytes,
                shard.groupRows(),
                level,
                ShardStage.BLOOM_COLUMNS,
                new TreeMap<>(Map.of("babelmill.schema", ShardTable.SCHEMA.versionedName())));
    }
}
