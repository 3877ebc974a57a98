package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.babelmill.dedup.cluster.LongUnionFind;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways to components, on one graph of parts that are hard for one or the other, against a union-find in memory. */
@ExtendWith(SparkSessionExtension.class)
class ComponentsTest {

    @TempDir
    private Path folder;

    private enum Graph {
        /** One chain of random nodes. */
        CHAIN {
            @Override
            void edges(List<Row> edges) {
                long[] nodes = new Random(1).longs(300).toArray();
                for (int i = 1; i < nodes.length; i++) {
                    edges.add(edge(nodes[i - 1], nodes[i]));
                }
            }
        },
        /** One hub. */
        STAR {
            @Override
            void edges(List<Row> edges) {
                new Random(2).longs(5_000).forEach(node -> edges.add(edge(node, 42)));
            }
        },
        /** Many small sets, edges twice, edges to itself, negative nodes. */
        SMALL {
            @Override
            void edges(List<Row> edges) {
                Random random = new Random(3);
                for (int i = 0; i < 3000; i++) {
                    long node = random.nextInt(4000) - 2000L;
                    long other = node + random.nextInt(3);
                    edges.add(edge(node, other));
                    edges.add(edge(other, node));
                }
            }
        },
        /** Two large sets that one edge joins. */
        BRIDGE {
            @Override
            void edges(List<Row> edges) {
                for (long i = 1; i < 2000; i++) {
                    edges.add(edge(i, i / 2));
                    edges.add(edge(-i - 10, -i / 2 - 10));
                }
                edges.add(edge(1999, -2009));
            }
        };

        abstract void edges(List<Row> edges);

        static Row edge(long one, long other) {
            return RowFactory.create(one, other, 0L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{max-local-nodes: 1000}"})
    void treeAndStarsFindWhatAUnionFindFinds(String settings, SparkSession spark) {
        List<Row> edges = new ArrayList<>();
        long shift = -2_000_000;
        for (Graph graph : Graph.values()) {
            List<Row> part = new ArrayList<>();
            graph.edges(part);
            // Apart from each other, and on both sides of zero.
            long by = shift;
            part.forEach(edge -> edges.add(Graph.edge(edge.getLong(0) + by, edge.getLong(1) + by)));
            shift += 1_000_000;
        }
        Dataset<Row> links = spark.createDataFrame(edges, Forest.SCHEMA).repartition(20);

        assertThat(components(links, settings, spark)).isEqualTo(expected(edges));
    }

    private static Map<Long, Long> expected(List<Row> edges) {
        LongUnionFind sets = new LongUnionFind();
        edges.forEach(edge -> sets.union(edge.getLong(0), edge.getLong(1)));
        Map<Long, Long> expected = new TreeMap<>();
        edges.forEach(edge -> expected.put(edge.getLong(0), sets.find(edge.getLong(0))));
        edges.forEach(edge -> expected.put(edge.getLong(1), sets.find(edge.getLong(1))));
        // What is linked with itself only is nobody's twin.
        Map<Long, Long> sizes = new TreeMap<>();
        expected.values().forEach(root -> sizes.merge(root, 1L, Long::sum));
        expected.values().removeIf(root -> sizes.get(root) == 1);
        return expected;
    }

    private Map<Long, Long> components(Dataset<Row> links, String settings, SparkSession spark) {
        Checkpoints checkpoints =
                new Checkpoints(spark, folder.resolve("components").toString());
        return map(new Components(checkpoints, Documents.settings(settings)).of(checkpoints.save("links", links)));
    }

    private static Map<Long, Long> map(Dataset<Row> components) {
        Map<Long, Long> found = new TreeMap<>();
        for (Row row : components.collectAsList()) {
            assertThat(found.put(row.getLong(0), row.getLong(1))).isNull();
        }
        Map<Long, Long> sizes = new TreeMap<>();
        found.values().forEach(root -> sizes.merge(root, 1L, Long::sum));
        found.values().removeIf(root -> sizes.get(root) == 1);
        return found;
    }
}
