package org.babelmill.jobs.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.babelmill.jobs.dedup.ClusterColumns;
import org.babelmill.jobs.dedup.DedupJob;
import org.babelmill.jobs.dedup.DedupReport;
import org.babelmill.jobs.dedup.DedupResult;
import org.babelmill.jobs.dedup.DedupView;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.spark.StageProgress.Progress;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.SignaturesTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.TakedownSettings;
import org.babelmill.quality.signal.Signal;
import scala.Tuple2;

/** Finds the duplicates among a run's documents, from {@code signals} alone. */
public final class ClusterStage {

    /** The report's file in the run directory: {@link DedupReport} as JSON. */
    public static final String REPORT = "dedup-report.json";

    private static final String SWALLOWING = "swallowing";

    private final RunContext run;
    private final TableSchema source;

    private ClusterStage(RunContext run, TableSchema source) {
        this.run = run;
        this.source = source;
    }

    /** The stage over the documents of a corpus. */
    public static ClusterStage ofCorpus(RunContext run) {
        return new ClusterStage(run, SignalsTable.SCHEMA);
    }

    /** The stage over the texts of a collection. */
    public static ClusterStage ofTexts(RunContext run) {
        return new ClusterStage(run, SignaturesTable.SCHEMA);
    }

    /** The sentence to say when the guard tripped. */
    public static Optional<String> alarm(RunDirectory directory, StageRecord record) {
        long swallowing = record.count(SWALLOWING);
        return swallowing == 0
                ? Optional.empty()
                : Optional.of(swallowing + (swallowing == 1 ? " cluster takes" : " clusters take")
                        + " a large part of a language and resemble themselves little (dedup.guard); see "
                        + directory.path(REPORT));
    }

    /** Clusters, and counts documents, clusters and duplicates by language. */
    public StageRecord execute() throws IOException {
        DedupSettings settings = run.configuration().dedup();
        Path work = run.directory().path("_work");
        if (settings.mode() == DedupSettings.Mode.OFF) {
            return write(JavaPairRDD.fromJavaRDD(run.spark().emptyRDD()));
        }
        run.spark().setJobGroup("dedup", "dedup", false);
        int partitions = Math.max(run.spark().defaultParallelism(), run.splits().size());
        StageProgress.Progress unknown = new Progress(0, 0, 0, "finding duplicates");
        try (StageProgress progress = StageProgress.start("dedup", () -> unknown, run.console());
                DedupResult result = new DedupJob(documents(), settings)
                        .workFolder(work.toString())
                        .partitions(partitions)
                        .execute()) {
            run.directory().storage().write(run.directory().path(REPORT), RunDirectory.json(result.report()));
            return withGuard(write(result.clusters().toJavaRDD().mapToPair(ClusterStage::keyed)), result.report());
        } finally {
            run.spark().clearJobGroup();
            run.directory().storage().delete(work);
        }
    }

    private Dataset<Row> documents() throws IOException {
        return documents(
                run.session(), run.directory(), source, run.configuration().takedown());
    }

    private StageRecord write(JavaPairRDD<Long, Object[]> rows) throws IOException {
        SplitJob.Result result = new KeyedRows(run, RunStage.DEDUP, ClustersTable.SCHEMA).write(rows, (row, counts) -> {
            counts.add("twins");
            counts.add((Boolean) row[3] ? "clusters" : "duplicates");
        });
        return run.record(RunStage.DEDUP, result);
    }

    private static StageRecord withGuard(StageRecord record, DedupReport report) {
        Counts counts = Counts.of(record.counts());
        counts.add(SWALLOWING, report.swallowing().size());
        counts.add("large-buckets", report.largeBuckets().buckets());
        return new StageRecord(
                record.stage(),
                record.fingerprint(),
                record.work(),
                counts.toMap(),
                record.cost(),
                record.shuffleBytes());
    }

    /**
     * What duplicate detection must know of a run's documents. Those that were taken back take no part: nobody is left
     * out because of a text that must not come again, and the next best member of its cluster stays.
     *
     * @param source the table that says it: {@code signals} or {@code signatures}
     * @param takedown what was taken back from earlier releases; what the run itself remembers is added
     */
    public static Dataset<Row> documents(
            SparkSession session, RunDirectory directory, TableSchema source, TakedownSettings takedown)
            throws IOException {
        Dataset<Row> rows = without(
                Tombstones.of(takedown, directory),
                session.read()
                        .schema(source.spark())
                        .parquet(directory.path(source.name()).toString()));
        return source.equals(SignaturesTable.SCHEMA)
                ? rows
                : rows.withColumn(
                                DedupView.TEXT_LENGTH,
                                col(Signal.CHARS.column()).cast("int"))
                        .withColumn(DedupView.SCORE, col(Signal.WDS.column()));
    }

    private static Dataset<Row> without(Tombstones tombstones, Dataset<Row> rows) {
        UDF3<String, String, String, Boolean> stays =
                (id, url, host) -> tombstones.match(id, url, host).isEmpty();
        return tombstones.isEmpty()
                ? rows
                : rows.where(udf(stays, DataTypes.BooleanType).apply(col("id"), col("url"), col("host")));
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
