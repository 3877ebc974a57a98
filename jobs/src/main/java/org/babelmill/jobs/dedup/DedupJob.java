package org.babelmill.jobs.dedup;

import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * Finds duplicates among documents that are described by a {@link DedupView}. An object for one execution: set the
 * options, then {@link #execute}.
 *
 * <p>The result depends on the documents and the settings alone, not on partitions, order or retries.
 */
public final class DedupJob {

    /** Columns of links: two contents, and a count that is 0 but in rows that report a large bucket. */
    public static final StructType LINKS = Forest.SCHEMA;

    private final SparkSession spark;
    private final Dataset<Row> view;
    private final DedupSettings settings;
    private String folder;
    private int partitions;
    private Dataset<Row> links;

    /**
     * A job over documents.
     *
     * @param documents with the columns of {@link DedupView#SCHEMA}; read several times, so a file rather than a
     *     computation
     * @param settings of which the mode is not {@code off}
     * @throws IllegalArgumentException when columns are missing or the mode is {@code off}
     */
    public DedupJob(Dataset<Row> documents, DedupSettings settings) {
        if (settings.mode() == DedupSettings.Mode.OFF) {
            throw new IllegalArgumentException("dedup.mode is off: there is nothing to do");
        }
        this.spark = documents.sparkSession();
        this.view = DedupView.of(documents);
        this.settings = settings;
        this.partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    }

    /** Folder for intermediate results and the clusters, on storage that all executors see; must be set. Created, and replaced. */
    public DedupJob workFolder(String path) {
        this.folder = path;
        return this;
    }

    /** Tasks of the exchanges; Spark's {@code spark.sql.shuffle.partitions} when not set. Changes no result. */
    public DedupJob partitions(int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("at least one partition, not " + tasks);
        }
        this.partitions = tasks;
        return this;
    }

    /**
     * Links that were found already, instead of those of the documents' own bands.
     *
     * @param found rows of {@link #LINKS}, as {@link BucketLinks#link} gives them
     */
    public DedupJob links(Dataset<Row> found) {
        this.links = found;
        return this;
    }

    /** Runs. The clusters lie in the work folder until the result is closed. */
    public DedupResult execute() {
        Checkpoints checkpoints = new Checkpoints(spark, Objects.requireNonNull(folder, "workFolder"));
        Dataset<Row> forest = checkpoints.save("forest", links == null ? linked() : links);
        Dataset<Row> components = new Components(checkpoints, settings).of(checked(Forest.links(forest), checkpoints));
        Dataset<Row> clusters = checkpoints.save(
                "clusters", new ClusterRows(settings, partitions).of(view, old(checkpoints), components));
        DedupReport report = new ReportBuilder(settings, view, clusters).build(Forest.largeBuckets(forest));
        return new DedupResult(checkpoints, clusters, report);
    }

    private Dataset<Row> checked(Dataset<Row> found, Checkpoints checkpoints) {
        return settings.checksExactly()
                ? checkpoints.save("checked", ExactCheck.of(found, view, settings.exactThreshold()))
                : found;
    }

    private Dataset<Row> linked() {
        return BucketLinks.forest(BandRecords.sort(BandRecords.of(view, settings), partitions), settings);
    }

    private Dataset<Row> old(Checkpoints checkpoints) {
        Dataset<Row> old = Captures.old(view);
        return settings.dropsOldCaptures() ? checkpoints.save("captures", old) : old.limit(0);
    }
}
