package org.babelmill.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.shard.ShardPlan.Size;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.RowCodec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

/** The same languages through one job. */
@Tag("acceptance")
class SkewIT {

    private static final int DOCUMENT = 2_000;

    @TempDir
    private Path folder;

    @Test
    void oneJobWritesAllLanguagesInFewTasks() throws IOException {
        Map<Part, Size> skewed = SkewTest.fineWeb2(4e-7);
        long bytes = skewed.values().stream().mapToLong(Size::textBytes).sum();
        try (SparkSession session = Sessions.open("skew", Optional.of("local[2]"))) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            shard(spark, skewed, "skewed");
            shard(spark, Map.of(new Part("train", "rus_Cyrl"), new Size(bytes, bytes / DOCUMENT)), "one");
        }
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
