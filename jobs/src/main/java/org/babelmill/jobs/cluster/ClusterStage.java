package org.babelmill.jobs.cluster;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.babelmill.jobs.dedup.ClusterColumns;
import org.babelmill.jobs.dedup.DedupJob;
import org.babelmill.jobs.dedup.DedupResult;
import org.babelmill.jobs.dedup.DedupView;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.spark.StageProgress.Progress;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.quality.signal.Signal;
import scala.Tuple2;

/** Finds the duplicates among a run's documents, from {@code signals} alone. */
public final class ClusterStage {

    private final RunContext run;

    public ClusterStage(RunContext run) {
        this.run = run;
    }

    /** Clusters, and counts documents, clusters and duplicates by language. */
    public StageRecord execute() throws IOException {
        DedupSettings settings = run.configuration().dedup();
        Path work = run.directory().path("_work/dedup");
        if (settings.mode() == DedupSettings.Mode.OFF) {
            return write(JavaPairRDD.fromJavaRDD(run.spark().emptyRDD()));
        }
        run.spark().setJobGroup("dedup", "dedup", false);
        int partitions = Math.max(run.spark().defaultParallelism(), run.splits().size());
        StageProgress.Progress unknown = new Progress(0, 0, "finding duplicates");
        try (StageProgress progress = StageProgress.start("dedup", () -> unknown, run.console());
                DedupResult result = new DedupJob(view(), settings)
                        .workFolder(work.toString())
                        .partitions(partitions)
                        .execute()) {
            return write(result.clusters().toJavaRDD().mapToPair(ClusterStage::keyed));
        } finally {
            run.spark().clearJobGroup();
            run.directory().storage().delete(work);
        }
    }

    private StageRecord write(JavaPairRDD<Long, Object[]> rows) throws IOException {
        SplitJob.Result result = new KeyedRows(run, RunStage.DEDUP, ClustersTable.SCHEMA).write(rows, (row, counts) -> {
            counts.add("twins");
            counts.add((Boolean) row[3] ? "clusters" : "duplicates");
        });
        return run.record(RunStage.DEDUP, result);
    }

    private Dataset<Row> view() {
        Dataset<Row> signals = run.session()
                .read()
                .schema(SignalsTable.SCHEMA.spark())
                .parquet(run.directory().path("signals").toString());
        return signals.withColumn(
                        DedupView.TEXT_LENGTH, col(Signal.CHARS.column()).cast("int"))
                .withColumn(DedupView.SCORE, col(Signal.WDS.column()));
    }

    /** A row of the job's result as a row of the table. */
    private static Tuple2<Long, Object[]> keyed(Row row) {
        Object[] values = new Object[ClustersTable.SCHEMA.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getAs(ClustersTable.SCHEMA.columns().get(i).name());
        }
        return new Tuple2<>(row.getAs(ClusterColumns.KEY), values);
    }
}
