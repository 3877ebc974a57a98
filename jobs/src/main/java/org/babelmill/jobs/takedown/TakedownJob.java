package org.babelmill.jobs.takedown;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.shard.ShardTotals;
import org.babelmill.jobs.shard.Substitutes;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.RowCodec;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * Takes documents out of a release in place. New files are written beside the old ones; only when all are complete the
 * manifest goes, the files change places, and card, checksums, tombstones and a new manifest are written. A takedown that
 * was stopped before leaves the release as it was; one stopped amid the exchange is finished by {@link TakedownExchange}.
 */
public final class TakedownJob {

    private final Release release;
    private final TakedownList list;
    private final ReleaseFacts facts;
    private final RunConfiguration configuration;

    /** A takedown. */
    public TakedownJob(Release release, TakedownList list) throws IOException {
        this.release = release;
        this.list = list;
        this.facts = new JsonMapper()
                .readValue(
                        release.storage()
                                .read(release.path(ReleaseWriter.FACTS))
                                .orElseThrow(() -> new IOException(release.root() + " lacks " + ReleaseWriter.FACTS)),
                        ReleaseFacts.class);
        this.configuration = facts.configuration();
    }

    /**
     * What was done.
     *
     * @param version of the release now
     * @param documents that were taken back, by file
     * @param files that changed
     * @param groups row groups that were encoded again
     * @param bytes of the changed files now
     * @param reused of these bytes, those of row groups that were copied
     * @param unmatched entries of the list by which no document was meant, sorted
     */
    public record Outcome(
            String version,
            List<TakenBack> documents,
            int files,
            int groups,
            long bytes,
            long reused,
            List<String> unmatched) {

        /** How many of them another document takes the place of. */
        public long promoted() {
            return documents.stream().filter(d -> d.instead().isPresent()).count();
        }
    }

    /**
     * A document that is taken back.
     *
     * @param id its id
     * @param url its address
     * @param file the shard it is in, below the release's folder
     * @param instead the duplicate that takes its place: its address, or its id where it has none
     */
    public record TakenBack(String id, String url, String file, Optional<String> instead) {}

    private record Affected(ShardEntry file, ShardRewrite.Found found) implements Serializable {}

    private record Changed(ShardEntry before, ShardEntry after, int groups, long reused) implements Serializable {}

    /** Takes back; only looks when it is a dry run. */
    public Outcome run(boolean dryRun, Optional<String> master) throws IOException {
        try (SparkSession session = Sessions.open("babelmill takedown", master)) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            List<Affected> affected = find(spark, release.manifest().files(), list);
            List<String> unmatched = unmatched(affected);
            Map<String, Substitutes.Candidate> promoted = promoted(spark, affected);
            List<TakenBack> documents = documents(affected, promoted);
            List<Affected> touched = withFormerRows(spark, affected, promoted);
            if (dryRun) {
                int groups = touched.stream()
                        .mapToInt(a -> a.found().groups().size())
                        .sum();
                return new Outcome(release.manifest().version(), documents, touched.size(), groups, 0, 0, unmatched);
            }
            List<Changed> changed = rewrite(spark, touched, promoted);
            ReleaseManifest manifest = exchange(changed, documents.size());
            return new Outcome(
                    manifest.version(),
                    documents,
                    changed.size(),
                    changed.stream().mapToInt(Changed::groups).sum(),
                    changed.stream().mapToLong(c -> c.after().bytes()).sum(),
                    changed.stream().mapToLong(Changed::reused).sum(),
                    unmatched);
        }
    }

    private static List<TakenBack> documents(List<Affected> affected, Map<String, Substitutes.Candidate> promoted) {
        return affected.stream()
                .flatMap(a -> a.found().documents().stream()
                        .map(d -> new TakenBack(
                                d.id(),
                                d.url(),
                                a.file().path(),
                                Optional.ofNullable(promoted.get(d.id()))
                                        .map(c -> c.url().isEmpty() ? c.id() : c.url()))))
                .toList();
    }

    private List<String> unmatched(List<Affected> affected) {
        Set<String> rest = new TreeSet<>();
        list.byKind().values().forEach(rest::addAll);
        affected.stream()
                .flatMap(a -> a.found().documents().stream())
                .flatMap(d -> list.entriesFor(d.id(), d.url(), d.host()))
                .forEach(rest::remove);
        return List.copyOf(rest);
    }

    private TableWriter.Layout layout() {
        return new TableWriter.Layout(
                configuration.shards().rowGroupSize().bytes(),
                0,
                configuration.shards().compressionLevel(),
                ShardStage.BLOOM_COLUMNS,
                Map.of("babelmill.schema", ShardTable.SCHEMA.versionedName()));
    }

    private static int slices(JavaSparkContext spark, List<?> files) {
        return Math.max(1, Math.min(files.size(), 16 * spark.defaultParallelism()));
    }

    private List<Affected> find(JavaSparkContext spark, List<ShardEntry> files, TakedownList listed) {
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        String root = release.root().toString();
        TableWriter.Layout layout = layout();
        return spark.parallelize(files, slices(spark, files))
                .map(file -> new Affected(
                        file, new ShardRewrite(new Path(root, file.path()), listed, layout, hadoop.value()).find()))
                .filter(a -> !a.found().groups().isEmpty())
                .collect();
    }

    /** Releases do not name places of their publisher; the run does. */
    private static String tokenizer(RunDirectory run) throws IOException {
        return run.run()
                .map(r -> r.configuration().path("shards").path("tokenizer").asText(""))
                .orElse("");
    }

    /** A duplicate that is promoted leaves the removed documents, where it was published among them. */
    private List<Affected> withFormerRows(
            JavaSparkContext spark, List<Affected> affected, Map<String, Substitutes.Candidate> promoted) {
        if (promoted.isEmpty()) {
            return affected;
        }
        Map<String, Affected> byPath = new TreeMap<>();
        affected.forEach(a -> byPath.put(a.file().path(), a));
        List<ShardEntry> removed = release.manifest().files().stream()
                .filter(f -> f.split().equals("removed"))
                .toList();
        find(spark, removed, ids(promoted.values()))
                .forEach(a -> byPath.merge(
                        a.file().path(),
                        a,
                        (one, other) -> new Affected(one.file(), one.found().and(other.found()))));
        return List.copyOf(byPath.values());
    }

    private static TakedownList ids(Collection<Substitutes.Candidate> candidates) {
        return new TakedownList(
                Set.of(),
                Set.of(),
                candidates.stream().map(Substitutes.Candidate::id).collect(Collectors.toSet()));
    }

    /** Documents that take the place of removed survivors, where the run is at hand, by the removed document's id. */
    private Map<String, Substitutes.Candidate> promoted(JavaSparkContext spark, List<Affected> affected)
            throws IOException {
        Map<String, Substitutes.Candidate> rows = new TreeMap<>();
        Optional<RunDirectory> run = release.run();
        HashMap<String, String> clusters = new HashMap<>();
        Map<String, String> removedByCluster = new TreeMap<>();
        for (Affected file : affected) {
            for (ShardRewrite.Removed document : file.found().documents()) {
                if (!file.file().split().equals("removed") && document.clusterSize() > 1) {
                    clusters.put(document.cluster(), file.file().language());
                    removedByCluster.putIfAbsent(document.cluster(), document.id());
                }
            }
        }
        if (run.isEmpty() || clusters.isEmpty()) {
            return rows;
        }
        List<Substitutes.Split> splits = Substitutes.splits(run.get());
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        Substitutes substitutes = new Substitutes(configuration.privacy(), tokenizer(run.get()));
        TakedownList listed = list;
        Tombstones stones = tombstones();
        Map<String, Substitutes.Candidate> best = new TreeMap<>();
        spark.parallelize(splits, slices(spark, splits))
                .flatMap(split -> substitutes
                        .find(
                                split,
                                clusters,
                                (id, url, host) -> listed.names(id, url, host)
                                        || stones.match(id, url, host).isPresent(),
                                hadoop.value())
                        .values()
                        .iterator())
                .collect()
                .forEach(c -> best.merge(c.cluster(), c, (a, b) -> b.beats(a) ? b : a));
        best.forEach((cluster, candidate) -> rows.put(removedByCluster.get(cluster), candidate));
        return rows;
    }

    private List<Changed> rewrite(
            JavaSparkContext spark, List<Affected> affected, Map<String, Substitutes.Candidate> promoted) {
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        String root = release.root().toString();
        TakedownList listed = list.and(ids(promoted.values()));
        TableWriter.Layout layout = layout();
        HashMap<String, byte[]> shared = new HashMap<>();
        promoted.forEach((id, candidate) -> shared.put(id, candidate.row()));
        return spark.parallelize(affected, slices(spark, affected))
                .map(a -> {
                    RowCodec codec = new RowCodec(ShardTable.SCHEMA);
                    Map<String, Object[]> rows = new HashMap<>();
                    a.found().documents().stream()
                            .map(ShardRewrite.Removed::id)
                            .filter(shared::containsKey)
                            .forEach(id -> rows.put(id, codec.decode(shared.get(id))));
                    Path file = new Path(root, a.file().path());
                    ShardRewrite.Result result = new ShardRewrite(file, listed, layout, hadoop.value())
                            .write(a.found().groups(), rows, beside(file));
                    ShardEntry after = result.totals()
                            .entry(
                                    new ShardTotals.Name(
                                            a.file().path(),
                                            a.file().split(),
                                            a.file().language()),
                                    result.written(),
                                    result.sha256());
                    return new Changed(a.file(), after, result.groups(), result.reused());
                })
                .collect();
    }

    private static Path beside(Path file) {
        return TakedownExchange.beside(file);
    }

    private ReleaseManifest exchange(List<Changed> changed, long documents) throws IOException {
        Map<String, ShardEntry> files = new TreeMap<>();
        release.manifest().files().forEach(f -> files.put(f.path(), f));
        changed.forEach(c -> files.put(c.after().path(), c.after()));
        files.values().removeIf(f -> f.rows() == 0 && f.path().endsWith("-00000-of-00001.parquet"));
        List<ShardEntry> left = new ArrayList<>(files.values());
        ReleaseManifest manifest = release.manifest();
        TakedownExchange.Pending pending = new TakedownExchange.Pending(
                changed.isEmpty() ? manifest : manifest.next(left),
                facts.after(documents),
                tombstones().plus(list.byKind()).text(),
                changed.stream().map(c -> c.after().path()).toList());
        return new TakedownExchange(release.root(), release.hadoop()).begin(pending);
    }

    private Tombstones tombstones() throws IOException {
        Path file = release.path(Tombstones.FILE);
        return Tombstones.parse(file.toString(), release.storage().read(file).orElse(""));
    }
}
