package org.babelmill.jobs.dedup;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a {@link DedupJob} found. Closing it deletes the work folder. */
public final class DedupResult implements AutoCloseable {

    private final Checkpoints checkpoints;
    private final Dataset<Row> clusters;
    private final DedupReport report;

    DedupResult(Checkpoints checkpoints, Dataset<Row> clusters, DedupReport report) {
        this.checkpoints = checkpoints;
        this.clusters = clusters;
        this.report = report;
    }

    /** One row for each document with a twin, in the columns of {@link ClusterColumns#SCHEMA}; in no order. */
    public Dataset<Row> clusters() {
        return clusters;
    }

    /** What to look at before believing it. */
    public DedupReport report() {
        return report;
    }

    @Override
    public void close() {
        checkpoints.deleteAll();
    }
}
