package org.babelmill.jobs.index;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.dedup.BandRecords;
import org.babelmill.jobs.dedup.BucketLinks;
import org.babelmill.jobs.dedup.ClusterColumns;
import org.babelmill.jobs.dedup.DedupJob;
import org.babelmill.jobs.dedup.DedupResult;
import org.babelmill.jobs.dedup.DedupView;
import org.babelmill.jobs.dedup.Nodes;
import org.babelmill.jobs.index.IndexManifest.Snapshot;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.pipeline.config.DedupSettings;

/** An index on storage. A change becomes visible at once, when it is complete; one change at a time. */
public final class SignatureIndex {

    /** Folder of a snapshot's documents. Their columns: those of a {@link DedupView}, of the bands only whether there are any. */
    static final String DOCUMENTS = "documents";

    private final SparkSession spark;
    private final RunDirectory directory;
    private final BandFiles files;
    private IndexManifest manifest;

    private SignatureIndex(SparkSession spark, RunDirectory directory, IndexManifest manifest) {
        this.spark = spark;
        this.directory = directory;
        this.manifest = manifest;
        this.files =
                new BandFiles(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    }

    /** What a change did. */
    public record Change(long documents, long duplicates, long clusters, long promoted, long demoted) {}

    /**
     * An index that exists.
     *
     * @throws UserError when there is none
     */
    public static SignatureIndex open(SparkSession spark, String path) throws IOException {
        RunDirectory directory = directory(spark, path);
        return new SignatureIndex(spark, directory, IndexManifest.existing(directory, path));
    }

    /**
     * An index that exists, or an empty one.
     *
     * @param settings of duplicate detection; those of the index where there is one
     * @param partitions of a new index: as many as its largest snapshot will need, since they stay
     * @throws UserError when the index was made with other settings
     */
    public static SignatureIndex openOrCreate(SparkSession spark, String path, DedupSettings settings, int partitions)
            throws IOException {
        RunDirectory directory = directory(spark, path);
        IndexManifest fresh = new IndexManifest(partitions, settings, List.of(), 0);
        Optional<IndexManifest> found = directory.read(directory.path("index.json"), IndexManifest.class);
        if (found.isEmpty() && holdsSomethingElse(directory)) {
            throw new UserError(path + ": is not empty and no index; name another folder");
        }
        IndexManifest manifest = found.orElse(fresh);
        if (!manifest.settings().equals(settings)) {
            throw new UserError(path + ": its snapshots were made with other settings, and signatures made differently"
                    + " cannot be compared: "
                    + String.join(", ", manifest.settings().differences(settings))
                    + "; do the run again with those of the index, which its index.json has, or begin another index");
        }
        return new SignatureIndex(spark, directory, manifest);
    }

    /** A first change that died leaves what is written before the manifest. */
    private static boolean holdsSomethingElse(RunDirectory directory) throws IOException {
        return !directory.storage().isEmpty(directory.root())
                && !Set.of("snapshots", "clusters", "_work", "dedup-report.json")
                        .containsAll(directory.storage().names(directory.root()));
    }

    private static RunDirectory directory(SparkSession spark, String path) throws IOException {
        return RunDirectory.at(path, spark.sparkContext().hadoopConfiguration());
    }

    /** Names of its snapshots, in the order they were added. */
    public List<String> snapshots() {
        return manifest.snapshots().stream().map(Snapshot::name).toList();
    }

    /**
     * Adds a snapshot.
     *
     * @param name that no snapshot of the index has
     * @param view its documents, as {@link DedupView} says
     * @param inputFiles how many files they are from
     * @throws UserError when the index has a snapshot of this name, or documents of it already
     */
    public Change add(String name, Dataset<Row> view, int inputFiles) throws IOException {
        Snapshot snapshot = manifest.next(name, inputFiles);
        checkNew(name, view);
        String folder = path(snapshot.folder());
        view.withColumn(DedupView.KEY, col(DedupView.KEY).plus(InputFile.firstKey(snapshot.firstOrdinal())))
                .selectExpr(DedupView.SCHEMA.fieldNames())
                .withColumn(DedupView.BANDS, slice(col(DedupView.BANDS), 1, 1))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder + "/" + DOCUMENTS);
        BandFiles bands = files;
        ForeachPartitionFunction<Row> write = rows -> bands.write(folder, TaskContext.getPartitionId(), rows);
        BandRecords.sort(BandRecords.of(view, manifest.settings()), manifest.partitions())
                .foreachPartition(write);
        // Spark leaves out partitions of which it knows that they are empty.
        partitions().foreach(partition -> bands.complete(folder, partition));
        return become(manifest.with(snapshot));
    }

    /** An id tells a document from all others: whoever reads the clusters by it must not find it twice. */
    private void checkNew(String name, Dataset<Row> view) {
        if (manifest.snapshots().isEmpty()) {
            return;
        }
        Dataset<Row> known = documents(manifest.snapshots()).select(DedupView.ID);
        List<Row> again = view.select(DedupView.ID)
                .join(known, new String[] {DedupView.ID}, "left_semi")
                .limit(1)
                .collectAsList();
        if (!again.isEmpty()) {
            throw new UserError("--snapshot " + name + ": the index has documents with the same ids already, such as "
                    + again.get(0).getString(0)
                    + ": the same archives under another name (remove the other snapshot first, of " + snapshots()
                    + "), or texts whose ids are only theirs within a file");
        }
    }

    /** Removes a snapshot. */
    public Change remove(String name) throws IOException {
        Snapshot snapshot = manifest.find(name)
                .orElseThrow(() ->
                        new UserError("--snapshot " + name + ": the index has none of this name, but " + snapshots()));
        return become(manifest.without(snapshot));
    }

    /**
     * Removes documents. Where one that stayed goes, another member of its cluster stays.
     *
     * @param ids documents to remove; unknown ids change nothing
     * @param hosts whose documents to remove, and those of the hosts below them; lower case
     */
    public Change forget(Set<String> ids, Set<String> hosts) throws IOException {
        NamedDocuments named = new NamedDocuments(ids, hosts);
        List<Snapshot> snapshots = new ArrayList<>();
        for (Snapshot snapshot : manifest.snapshots()) {
            snapshots.add(without(snapshot, named));
        }
        return become(manifest.with(snapshots));
    }

    private Snapshot without(Snapshot snapshot, NamedDocuments named) {
        Dataset<Row> all = documents(List.of(snapshot));
        Dataset<Row> dropped = named.of(all).select(DedupView.KEY).distinct();
        if (dropped.isEmpty()) {
            return snapshot;
        }
        Snapshot moved = manifest.moved(snapshot);
        String from = path(snapshot.folder());
        String to = path(moved.folder());
        Dataset<Row> kept =
                all.join(dropped, new String[] {DedupView.KEY}, "left_anti").selectExpr(DedupView.SCHEMA.fieldNames());
        kept.write().mode(SaveMode.Overwrite).parquet(to + "/" + DOCUMENTS);
        Broadcast<Set<Long>> dead = context().broadcast(dead(all, kept, dropped));
        BandFiles bands = files;
        partitions().foreach(partition -> bands.copy(from, to, partition, dead.value()));
        dead.destroy();
        return moved;
    }

    /**
     * Ids and hosts that no document of the index has, sorted.
     *
     * @param ids document ids
     * @param hosts names of hosts, lower case
     */
    public List<String> unknown(Set<String> ids, Set<String> hosts) {
        return new NamedDocuments(ids, hosts).unknown(documents(manifest.snapshots()));
    }

    /** Contents that nobody has any more. */
    private static Set<Long> dead(Dataset<Row> all, Dataset<Row> kept, Dataset<Row> dropped) {
        List<Long> nodes = all.join(dropped, new String[] {DedupView.KEY}, "left_semi")
                .select(Nodes.node().as("node"))
                .distinct()
                .join(kept.select(Nodes.node().as("node")), new String[] {"node"}, "left_anti")
                .as(Encoders.LONG())
                .collectAsList();
        return new HashSet<>(nodes);
    }

    /** The clusters of all snapshots, in the columns of {@link ClusterColumns#SCHEMA}. */
    public Dataset<Row> clusters() {
        return clusters(manifest);
    }

    /** The clusters' rows of one snapshot's documents, with the document keys of the run that it was added from. */
    public Dataset<Row> clusters(String snapshotName) {
        Snapshot snapshot = manifest.find(snapshotName)
                .orElseThrow(() -> new UserError(
                        "--snapshot " + snapshotName + ": the index has none of this name, but " + snapshots()));
        long first = InputFile.firstKey(snapshot.firstOrdinal());
        long end = InputFile.firstKey(snapshot.firstOrdinal() + snapshot.files());
        return clusters()
                .where(col(ClusterColumns.KEY)
                        .geq(first)
                        .and(col(ClusterColumns.KEY).lt(end)))
                .withColumn(ClusterColumns.KEY, col(ClusterColumns.KEY).minus(first));
    }

    private Dataset<Row> clusters(IndexManifest of) {
        return of.snapshots().isEmpty()
                ? spark.createDataFrame(List.of(), ClusterColumns.SCHEMA)
                : spark.read().schema(ClusterColumns.SCHEMA).parquet(path(of.clusters()));
    }

    /** Computes the clusters of a changed index, makes it the index, and cleans up. */
    private Change become(IndexManifest next) throws IOException {
        Dataset<Row> before = clusters(manifest);
        if (!next.snapshots().isEmpty()) {
            try (DedupResult result = new DedupJob(documents(next.snapshots()), next.settings())
                    .links(links(next))
                    .workFolder(path("_work"))
                    .partitions(next.partitions())
                    .execute()) {
                result.clusters().write().mode(SaveMode.Overwrite).parquet(path(next.clusters()));
                directory.storage().write(directory.path("dedup-report.json"), RunDirectory.json(result.report()));
            }
        }
        Change change = change(before, clusters(next), documents(next.snapshots()));
        directory.storage().write(directory.path("index.json"), RunDirectory.json(next));
        IndexManifest last = manifest;
        manifest = next;
        cleanUp(last);
        return change;
    }

    private Dataset<Row> links(IndexManifest of) {
        BandFiles bands = files;
        DedupSettings settings = of.settings();
        List<String> folders = new ArrayList<>(
                of.snapshots().stream().map(s -> path(s.folder())).toList());
        JavaRDD<Row> rows = partitions().mapPartitions(numbers -> {
            try (MergedBands merged = MergedBands.open(bands, folders, numbers.next())) {
                return BucketLinks.link(merged, settings);
            }
        });
        return spark.createDataFrame(rows, DedupJob.LINKS);
    }

    /** One partition for each of the index's. */
    private JavaRDD<Integer> partitions() {
        List<Integer> numbers =
                IntStream.range(0, manifest.partitions()).boxed().toList();
        return context().parallelize(numbers, manifest.partitions());
    }

    private Dataset<Row> documents(List<Snapshot> snapshots) {
        Dataset<Row> all = spark.createDataFrame(List.of(), DedupView.SCHEMA);
        for (Snapshot snapshot : snapshots) {
            Dataset<Row> some =
                    spark.read().schema(DedupView.SCHEMA).parquet(path(snapshot.folder() + "/" + DOCUMENTS));
            all = all.union(some);
        }
        return all;
    }

    private static Change change(Dataset<Row> before, Dataset<Row> after, Dataset<Row> documents) {
        Dataset<Row> was = removed(before);
        Dataset<Row> is = removed(after);
        long promoted = was.join(is, new String[] {ClusterColumns.KEY}, "left_anti")
                .join(documents, new String[] {ClusterColumns.KEY}, "left_semi")
                .count();
        long demoted =
                is.join(was, new String[] {ClusterColumns.KEY}, "left_anti").count();
        long kept = after.where(col(ClusterColumns.KEEP)).count();
        return new Change(documents.count(), is.count(), kept, promoted, demoted);
    }

    private static Dataset<Row> removed(Dataset<Row> clusters) {
        return clusters.where(col(ClusterColumns.KEEP).equalTo(lit(false))).select(ClusterColumns.KEY);
    }

    private void cleanUp(IndexManifest last) throws IOException {
        Set<String> used = new HashSet<>();
        manifest.snapshots().forEach(s -> used.add(s.folder()));
        for (Snapshot snapshot : last.snapshots()) {
            if (!used.contains(snapshot.folder())) {
                directory.storage().delete(directory.path(snapshot.folder()));
            }
        }
        directory.storage().delete(directory.path(last.clusters()));
    }

    private String path(String name) {
        return new Path(directory.root(), name).toString();
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }
}
