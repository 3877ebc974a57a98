package org.babelmill.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.shard.ShardPlan.Size;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.RowCodec;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

/** Languages as unequal as FineWeb2's: 1,913 of them, the largest 28 % of all bytes, most of them tiny. */
class SkewTest {

    private static final int DOCUMENT = 2_000;

    @TempDir
    private Path folder;

    private static Map<Part, Size> fineWeb2(double scale) throws IOException {
        Map<Part, Size> sizes = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.require("data/fineweb2/language-distribution.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.replaceAll("\"[^\"]*\"", "x").split(",");
                if (fields[1].equals("train") && !fields[0].endsWith("_removed")) {
                    long documents = Math.max(1, (long) (Long.parseLong(fields[8]) * scale / DOCUMENT));
                    sizes.put(new Part("train", fields[0]), new Size(documents * DOCUMENT, documents));
                }
            }
        }
        return sizes;
    }

    /** At full size no folder has more files than the Hub takes, and tiny languages share tasks. */
    @Test
    void thePlanForFullSizesKeepsToTheLimits() throws IOException {
        ShardPlan plan = new ShardPlan(fineWeb2(1), 400L << 20, 1);
        Map<String, Integer> files = new TreeMap<>();
        plan.shards().forEach(s -> files.merge(s.part().folder(), 1, Integer::sum));
        assertThat(files).hasSize(1913);
        assertThat(files.values()).allMatch(n -> n <= ShardPlan.MOST_FILES);
        assertThat(files.values().stream().filter(n -> n == 1).count()).isGreaterThan(1700);
        long full = plan.shards().stream().filter(s -> s.of() > 1).count();
        assertThat(plan.tasks() - full)
                .as("tasks for all languages of one file")
                .isLessThan(200);
        System.out.printf(
                Locale.ROOT,
                "FineWeb2's sizes: %,d files, %,d tasks%n",
                plan.shards().size(),
                plan.tasks());
    }

    @Test
    void oneJobWritesHundredsOfLanguagesInFewTasks() throws IOException {
        // Every sixth language: a file for each takes its time.
        Map<Part, Size> skewed = everySixth(fineWeb2(4e-7));
        long bytes = skewed.values().stream().mapToLong(Size::textBytes).sum();
        try (SparkSession session = Sessions.open("skew", Optional.of("local[2]"))) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            shard(spark, skewed, "skewed");
            shard(spark, Map.of(new Part("train", "rus_Cyrl"), new Size(bytes, bytes / DOCUMENT)), "one");
        }
    }

    private static Map<Part, Size> everySixth(Map<Part, Size> all) {
        Map<Part, Size> some = new TreeMap<>();
        int place = 0;
        for (Map.Entry<Part, Size> entry : all.entrySet()) {
            if (place++ % 6 == 0 || entry.getKey().language().equals("rus_Cyrl")) {
                some.put(entry.getKey(), entry.getValue());
            }
        }
        return some;
    }

    private void shard(JavaSparkContext spark, Map<Part, Size> sizes, String name) throws IOException {
        ShardPlan plan = new ShardPlan(sizes, 1 << 20, 7);
        List<Tuple2<Part, Integer>> documents = new ArrayList<>();
        sizes.forEach((part, size) -> {
            for (int i = 0; i < size.documents(); i++) {
                documents.add(new Tuple2<>(part, i));
            }
        });
        JavaPairRDD<ShardSlot, byte[]> rows = spark.parallelize(documents, 8).mapPartitionsToPair(all -> {
            List<Tuple2<ShardSlot, byte[]>> made = new ArrayList<>();
            RowCodec codec = new RowCodec(ShardTable.SCHEMA);
            all.forEachRemaining(d -> {
                String id = d._1().language() + "-" + d._2();
                long order = plan.order(id);
                made.add(new Tuple2<>(
                        new ShardSlot(plan.shard(d._1(), order), order, id),
                        codec.encode(ReleaseFixture.row(d._1().language(), "train", d._2())
                                .build())));
            });
            return made.iterator();
        });
        long begun = System.nanoTime();
        List<ShardEntry> files = new ShardWriting(folder.resolve(name).toString(), 1 << 20, 3)
                .write(rows, plan, ReleaseFixture.configuration());
        System.out.printf(
                Locale.ROOT,
                "%s: %,d languages, %,d documents, %,d files, %,d tasks, %.1f s, largest file %,d bytes%n",
                name,
                sizes.size(),
                documents.size(),
                files.size(),
                plan.tasks(),
                (System.nanoTime() - begun) / 1e9,
                files.stream().mapToLong(ShardEntry::bytes).max().orElseThrow());
        assertThat(files).hasSize(plan.shards().size());
        assertThat(new HashSet<>(files.stream().map(ShardEntry::path).toList())).hasSameSizeAs(files);
        assertThat(files.stream().mapToLong(ShardEntry::rows).sum()).isEqualTo(documents.size());
        assertThat(files.stream().mapToLong(ShardEntry::bytes).max().orElseThrow())
                .isLessThan(2 << 20);
        assertThat(plan.tasks()).isLessThanOrEqualTo(20);
    }
}
