package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.babelmill.dedup.signature.ShingleSet;

/**
 * Holds links against the exact Jaccard similarity of their contents. Only the shingles of linked contents are shuffled:
 * eight bytes each, twice.
 */
final class ExactCheck {

    private static final String ONE = "one_set";
    private static final String OTHER = "other_set";

    private ExactCheck() {}

    /**
     * The links that are similar enough.
     *
     * @param links rows of {@link Forest}, single pairs
     * @param view documents with their shingles
     * @param threshold exact similarity from which a link stays
     */
    static Dataset<Row> of(Dataset<Row> links, Dataset<Row> view, double threshold) {
        Dataset<Row> pairs = links.select(Forest.NODE, Forest.ROOT).distinct();
        Dataset<Row> linked = pairs.select(col(Forest.NODE))
                .union(pairs.select(col(Forest.ROOT).as(Forest.NODE)))
                .distinct();
        Dataset<Row> sets = view.select(Nodes.node().as(Forest.NODE), col(DedupView.SHINGLE_SET))
                .join(linked, new String[] {Forest.NODE}, "left_semi")
                .groupBy(Forest.NODE)
                .agg(first(DedupView.SHINGLE_SET).as(ONE));
        UDF2<byte[], byte[], Boolean> similar =
                (one, other) -> ShingleSet.read(one).jaccard(ShingleSet.read(other)) >= threshold;
        UserDefinedFunction isSimilar = udf(similar, DataTypes.BooleanType);
        return pairs.join(sets, Forest.NODE)
                .join(
                        sets.select(col(Forest.NODE).as(Forest.ROOT), col(ONE).as(OTHER)),
                        new String[] {Forest.ROOT},
                        "inner")
                .where(isSimilar.apply(col(ONE), col(OTHER)))
                .select(col(Forest.NODE), col(Forest.ROOT), lit(0L).as(Forest.MEMBERS));
    }
}
