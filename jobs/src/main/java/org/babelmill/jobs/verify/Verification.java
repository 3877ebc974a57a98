package org.babelmill.jobs.verify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.config.ShardSettings;
import org.babelmill.pipeline.hash.Sha256;
import scala.Tuple2;

/**
 * Checks a release: every file and row by {@link ShardCheck}, ids and duplicate clusters over all files together, the
 * documents beside the shards, and that nothing lies in the folders that the manifest does not name.
 */
public final class Verification {

    private static final int MOST_GLOBAL = 20;

    private final Release release;
    private final ReleaseFacts facts;

    /** A verification. */
    public Verification(Release release) throws IOException {
        this.release = release;
        this.facts = new JsonMapper()
                .readValue(
                        release.storage()
                                .read(release.path(ReleaseWriter.FACTS))
                                .orElseThrow(() -> new IOException(release.root() + " lacks " + ReleaseWriter.FACTS)),
                        ReleaseFacts.class);
    }

    /** Everything that is not as it should be; empty when all is well. */
    public List<Finding> run(Optional<String> master) throws IOException {
        List<Finding> findings = new ArrayList<>(documents());
        findings.addAll(new FolderCheck(release).findings());
        try (SparkSession session = Sessions.open("babelmill verify", master)) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            List<ShardEntry> files = release.manifest().files();
            if (!files.isEmpty()) {
                JavaRDD<ShardEntry> all =
                        spark.parallelize(files, Math.min(files.size(), 16 * spark.defaultParallelism()));
                List<Finding> shards = shards(all);
                findings.addAll(shards);
                if (shards.stream()
                        .noneMatch(f -> Set.of("missing", "checksum", "schema").contains(f.check()))) {
                    findings.addAll(duplicates(all));
                    findings.addAll(straddling(all));
                }
            }
        }
        findings.sort(Comparator.comparing(Finding::check)
                .thenComparing(Finding::path)
                .thenComparing(Finding::detail));
        return findings;
    }

    private List<Finding> documents() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (ReleaseManifest.Document document : release.manifest().documents()) {
            Optional<String> text = release.storage().read(release.path(document.path()));
            if (text.isEmpty()) {
                findings.add(new Finding("missing", document.path(), "the manifest lists it, the folder lacks it"));
            } else if (!Sha256.hex(text.get()).equals(document.sha256())) {
                findings.add(new Finding("checksum", document.path(), "differs from the manifest"));
            }
        }
        Optional<String> sums = release.storage().read(release.path("CHECKSUMS.sha256"));
        if (!sums.equals(Optional.of(release.manifest().checksums()))) {
            findings.add(new Finding("checksum", "CHECKSUMS.sha256", "differs from the manifest"));
        }
        return findings;
    }

    private List<Finding> shards(JavaRDD<ShardEntry> files) throws IOException {
        RunConfiguration configuration = facts.configuration();
        ShardCheck check = new ShardCheck(
                release.root().toString(),
                configuration.privacy(),
                configuration.rights().honour().stream().map(ShardCheck::signal).toList(),
                Tombstones.parse(
                        Tombstones.FILE,
                        release.storage().read(release.path(Tombstones.FILE)).orElse("")));
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        return new ArrayList<>(
                files.flatMap(file -> check.check(file, hadoop.value()).iterator())
                        .collect());
    }

    /** One key a row, from one column, as the first 16 bytes of its SHA-256. */
    private JavaPairRDD<Tuple2<Long, Long>, Integer> keys(JavaRDD<ShardEntry> files, String column) {
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        String root = release.root().toString();
        return files.flatMapToPair(file -> {
            int split = file.split().equals("train") ? 1 : file.split().equals("test") ? 2 : 0;
            TableReader reader = TableReader.open(
                    TableReader.project(ShardTable.SCHEMA, List.of(column)),
                    new Path(root, file.path()),
                    hadoop.value());
            return new Keys(reader, split);
        });
    }

    private static final class Keys implements Iterator<Tuple2<Tuple2<Long, Long>, Integer>> {

        private final TableReader reader;
        private final int split;
        private Object[] row;

        Keys(TableReader reader, int split) throws IOException {
            this.reader = reader;
            this.split = split;
            advance();
        }

        private void advance() throws IOException {
            row = reader.next();
            if (row == null) {
                reader.close();
            }
        }

        @Override
        public boolean hasNext() {
            return row != null;
        }

        @Override
        public Tuple2<Tuple2<Long, Long>, Integer> next() {
            Tuple2<Tuple2<Long, Long>, Integer> key = new Tuple2<>(hash((String) row[0]), split);
            try {
                advance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return key;
        }
    }

    private static Tuple2<Long, Long> hash(String text) {
        ByteBuffer buffer = ByteBuffer.wrap(Sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Tuple2<>(buffer.getLong(), buffer.getLong());
    }

    private List<Finding> duplicates(JavaRDD<ShardEntry> files) throws IOException {
        if (facts.configuration().shards().copies() == ShardSettings.Copies.MATERIALISED) {
            return List.of();
        }
        List<Tuple2<Long, Long>> twice = keys(files, "id")
                .mapValues(split -> 1)
                .reduceByKey(Integer::sum)
                .filter(e -> e._2() > 1)
                .keys()
                .take(MOST_GLOBAL);
        return named(files, "id", "duplicate-id", "more than one row has this id", twice);
    }

    private List<Finding> straddling(JavaRDD<ShardEntry> files) {
        List<Tuple2<Long, Long>> both = keys(files, "minhash_cluster_id")
                .reduceByKey((a, b) -> a | b)
                .filter(e -> e._2() == 3)
                .keys()
                .take(MOST_GLOBAL);
        return named(files, "minhash_cluster_id", "split", "duplicates of this cluster are in train and in test", both);
    }

    private List<Finding> named(
            JavaRDD<ShardEntry> files, String column, String check, String detail, List<Tuple2<Long, Long>> hashes) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        Set<Tuple2<Long, Long>> wanted = new HashSet<>(hashes);
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        String root = release.root().toString();
        return files.flatMap(file -> {
                    Set<String> names = new TreeSet<>();
                    try (TableReader reader = TableReader.open(
                            TableReader.project(ShardTable.SCHEMA, List.of(column)),
                            new Path(root, file.path()),
                            hadoop.value())) {
                        for (Object[] row = reader.next(); row != null; row = reader.next()) {
                            if (wanted.contains(hash((String) row[0]))) {
                                names.add((String) row[0]);
                            }
                        }
                    }
                    return names.iterator();
                })
                .distinct()
                .map(name -> new Finding(check, name, detail))
                .collect();
    }
}
