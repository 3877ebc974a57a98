package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;

import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.babelmill.dedup.cluster.LongUnionFind;

/**
 * Sets of contents as rows: each content with the smallest one of its set, as far as one task knows. Joining the forests
 * of several tasks gives the forest of their links together, so partitions can be merged like a tree; hubs and long
 * chains cost nothing extra.
 */
final class Forest {

    /** A content. */
    static final String NODE = "node";
    /** The smallest content of its set. */
    static final String ROOT = "root";
    /** 0; in rows that report a large bucket the number of its contents, and {@code node} is the bucket. */
    static final String MEMBERS = "members";

    /** The columns. */
    static final StructType SCHEMA = new StructType()
            .add(NODE, DataTypes.LongType, false)
            .add(ROOT, DataTypes.LongType, false)
            .add(MEMBERS, DataTypes.LongType, false);

    private Forest() {}

    /** The links alone. */
    static Dataset<Row> links(Dataset<Row> forest) {
        return forest.where(col(MEMBERS).equalTo(0));
    }

    /** The reports alone. */
    static Dataset<Row> largeBuckets(Dataset<Row> forest) {
        return forest.where(col(MEMBERS).gt(0));
    }

    /** Joins links in so many tasks. */
    static Dataset<Row> merge(Dataset<Row> links, int tasks) {
        MapPartitionsFunction<Row, Row> join = rows -> {
            LongUnionFind sets = new LongUnionFind();
            rows.forEachRemaining(row -> sets.union(row.getLong(0), row.getLong(1)));
            return rows(sets, List.of());
        };
        return links.repartition(tasks, col(ROOT)).mapPartitions(join, Encoders.row(SCHEMA));
    }

    /** All contents of some sets, the smallest of each set included; then the reports. */
    static Iterator<Row> rows(LongUnionFind sets, List<Row> reports) {
        return rows(sets.size(), index -> RowFactory.create(sets.node(index), sets.root(index), 0L), reports);
    }

    /** Single links, two contents each; then the reports. */
    static Iterator<Row> pairs(LongList contents, List<Row> reports) {
        return rows(
                contents.size() / 2,
                index -> RowFactory.create(contents.getLong(2 * index), contents.getLong(2 * index + 1), 0L),
                reports);
    }

    private static Iterator<Row> rows(int count, IntFunction<Row> row, List<Row> reports) {
        return Stream.concat(IntStream.range(0, count).mapToObj(row), reports.stream())
                .iterator();
    }
}
