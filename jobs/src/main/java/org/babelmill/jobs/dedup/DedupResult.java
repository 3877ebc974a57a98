package org.babelmill.jobs.dedup;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a {@link DedupJob} found. Closing it deletes the work folder. */
public final class DedupResult implements AutoCloseable {

    private final Checkpoints checkpoints;
    private final Dataset<Row> clusters;

    DedupResult(Checkpoints checkpoints, Dataset<Row> clusters) {
        this.checkpoints = checkpoints;
        this.clusters = clusters;
    }

    /** One row for each document with a twin, in the columns of {@link ClusterColumns#SCHEMA}; in no order. */
    public Dataset<Row> clusters() {
        return clusters;
    }

    @Override
    public void close() {
        checkpoints.deleteAll();
    }
}
