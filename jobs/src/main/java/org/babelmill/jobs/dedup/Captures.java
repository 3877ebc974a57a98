package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Captures of one address in one crawl: only the newest may stay (of equally new ones that with the smallest id), and the
 * older ones count as members of its cluster.
 */
final class Captures {

    /** Key of an older capture. */
    static final String OLD_KEY = "old_key";
    /** Node of the newest capture of the same address. */
    static final String NEWEST_NODE = "newest_node";
    /** Upper half of the newest capture's fingerprint. */
    static final String NEWEST_HIGH = "newest_high";

    private Captures() {}

    /** The older captures, each with the content of the newest. */
    static Dataset<Row> old(Dataset<Row> view) {
        WindowSpec capture = Window.partitionBy(
                        DedupView.LANGUAGE, DedupView.DUMP, DedupView.URL_HIGH, DedupView.URL_LOW)
                .orderBy(col(DedupView.DATE).desc(), col(DedupView.ID), col(DedupView.KEY));
        return view.where(col(DedupView.URL_HIGH)
                        .notEqual(0)
                        .or(col(DedupView.URL_LOW).notEqual(0)))
                .select(
                        col(DedupView.KEY).as(OLD_KEY),
                        row_number().over(capture).as("place"),
                        first(Nodes.node()).over(capture).as(NEWEST_NODE),
                        first(col(DedupView.FINGERPRINT_HIGH)).over(capture).as(NEWEST_HIGH))
                .where(col("place").gt(1))
                .drop("place");
    }
}
