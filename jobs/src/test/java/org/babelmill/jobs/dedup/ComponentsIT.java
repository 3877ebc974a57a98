package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.babelmill.dedup.cluster.LongUnionFind;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.jobs.spark.TaskCosts;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.babelmill.pipeline.config.DedupSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Components of large graphs and links of a large bucket; prints what they cost. */
@Tag("acceptance")
@ExtendWith(SparkSessionExtension.class)
class ComponentsIT {

    @TempDir
    private Path folder;

    private enum Graph {
        /** Two million edges, sizes by a power law up to 20,000. */
        WEB {
            @Override
            void edges(LongArrayList edges) {
                Random random = new Random(1);
                while (edges.size() < 4_000_000) {
                    int size = (int) Math.min(20_000, 2 / Math.pow(random.nextDouble(), 0.8));
                    long[] nodes = random.longs(size).toArray();
                    for (int i = 1; i < size; i++) {
                        add(edges, nodes[i], nodes[random.nextInt(i)]);
                    }
                }
            }
        },
        /** 1,500 chains of 500 nodes and one of 5,000. */
        CHAIN {
            @Override
            void edges(LongArrayList edges) {
                Random random = new Random(2);
                for (int chain = 0; chain <= 1500; chain++) {
                    long[] nodes = random.longs(chain == 0 ? 5000 : 500).toArray();
                    for (int i = 1; i < nodes.length; i++) {
                        add(edges, nodes[i - 1], nodes[i]);
                    }
                }
            }
        },
        /** A star of 500,000 and 200,000 pairs. */
        GIANT {
            @Override
            void edges(LongArrayList edges) {
                Random random = new Random(3);
                random.longs(500_000).forEach(node -> add(edges, node, 42));
                for (int i = 0; i < 200_000; i++) {
                    add(edges, random.nextLong(), random.nextLong());
                }
            }
        };

        abstract void edges(LongArrayList edges);

        static void add(LongArrayList edges, long one, long other) {
            edges.add(one);
            edges.add(other);
        }
    }

    @ParameterizedTest
    @EnumSource(Graph.class)
    void theTreeFindsWhatOneUnionFindFinds(Graph graph, SparkSession spark) {
        LongArrayList edges = new LongArrayList();
        graph.edges(edges);
        long[] nodes = edges.toLongArray();
        long begun = cpu();
        LongUnionFind expected = new LongUnionFind();
        for (int i = 0; i < nodes.length; i += 2) {
            expected.union(nodes[i], nodes[i + 1]);
        }
        double floor = (cpu() - begun) / 1e9;
        Checkpoints checkpoints = new Checkpoints(spark, folder.resolve("work").toString());
        Dataset<Row> links = checkpoints.save("links", links(spark, nodes));
        TaskCosts costs = new TaskCosts();
        spark.sparkContext().addSparkListener(costs);
        spark.sparkContext().setJobGroup(graph.name(), "", false);

        Dataset<Row> found = new Components(checkpoints, Documents.settings("{}")).of(links);

        spark.sparkContext().clearJobGroup();
        System.out.printf(
                Locale.ROOT,
                "components of %s: %,d edges, %,d nodes: tasks %.1f s CPU, %.0f MB shuffled; one union-find %.1f s%n",
                graph,
                nodes.length / 2,
                expected.size(),
                costs.total(graph.name()) / 1000,
                costs.shuffleBytes(graph.name()) / 1e6,
                floor);
        spark.sparkContext().removeSparkListener(costs);
        long seen = 0;
        for (Iterator<Row> rows = found.toLocalIterator(); rows.hasNext(); seen++) {
            Row row = rows.next();
            assertThat(row.getLong(1) == expected.find(row.getLong(0))).isTrue();
        }
        assertThat(seen).isEqualTo(expected.size());
    }

    private static Dataset<Row> links(SparkSession spark, long[] nodes) {
        int parts = 8;
        int size = nodes.length / 2 / parts + 1;
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(IntStream.range(0, parts).boxed().toList(), parts)
                .flatMap(part -> IntStream.range(part * size, Math.min(nodes.length / 2, (part + 1) * size))
                        .mapToObj(i -> RowFactory.create(nodes[2 * i], nodes[2 * i + 1], 0L))
                        .iterator());
        return spark.createDataFrame(rows, Forest.SCHEMA);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A million records, in buckets of a thousand and in one. */
    @Test
    void oneBucketOfAMillionTakesTheMemoryOfAThousandBucketsOfAThousand() throws IOException {
        held(1_000);
        long small = held(1_000);
        long large = held(1_000_000);

        System.out.printf(Locale.ROOT, "held after a million records: %,d and %,d bytes%n", small, large);
        assertThat((double) large / small).isBetween(0.9, 1.1);
    }

    private static long held(int bucketSize) throws IOException {
        DedupSettings settings = Documents.settings("{mode: verified}");
        Signer signer = SignatureScheme.of(settings).newSigner();
        byte[][] sketches = new byte[200][];
        for (int i = 0; i < sketches.length; i++) {
            sketches[i] = signer.sign(Texts.edited(1, 200, i % 4)).sketch();
        }
        long before = used();
        Iterator<Row> found = BucketLinks.link(new Records(bucketSize, sketches), settings);
        long held = used() - before;
        assertThat(found.hasNext()).isTrue();
        return held;
    }

    /** Bytes in use once what other tests of this process left behind is gone, which takes its cleaners a while. */
    private static long used() {
        long before = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            System.gc();
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (i > 4 && Math.abs(before - now) < 100_000) {
                return now;
            }
            before = now;
            pause();
        }
        return before;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while memory settles", e);
        }
    }

    /** A million records with their sketches, one behind the other. */
    private static final class Records implements BandCursor {

        private final int bucketSize;
        private final byte[][] sketches;
        private int at = -1;

        Records(int bucketSize, byte[][] sketches) {
            this.bucketSize = bucketSize;
            this.sketches = sketches;
        }

        @Override
        public boolean next() {
            return ++at < 1_000_000;
        }

        @Override
        public long bucket() {
            return at / bucketSize;
        }

        @Override
        public long node() {
            return at * 0x9E3779B97F4A7C15L;
        }

        @Override
        public byte[] sketch() {
            return sketches[at % sketches.length];
        }
    }
}
