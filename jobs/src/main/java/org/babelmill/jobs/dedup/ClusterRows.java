package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.DedupSettings.Preference;

/** From components to the table of clusters: who belongs together, who stays, and what is known of each cluster. */
final class ClusterRows {

    /** Whether a newer capture of the same address is there. */
    static final String OLD = "old";
    /** Joins documents of equal content that are not linked to others. */
    static final String TWIN = "twin";
    /** The sketch by which a document finds its cluster: its own, for an older capture that of the newest. */
    static final String CONTENT_SKETCH = "content_sketch";

    private final DedupSettings settings;
    private final int partitions;

    ClusterRows(DedupSettings settings, int partitions) {
        this.settings = settings;
        this.partitions = partitions;
    }

    /**
     * The clusters.
     *
     * @param view documents
     * @param old older captures, as {@link Captures} gives them
     * @param components linked contents, as {@link Components} gives them
     */
    Dataset<Row> of(Dataset<Row> view, Dataset<Row> old, Dataset<Row> components) {
        Dataset<Row> members = members(view, old, components)
                .repartition(partitions, col(Components.COMPONENT), col(TWIN))
                .sortWithinPartitions(order().toArray(Column[]::new));
        Dataset<Row> assigned = SurvivorAssignment.assign(members, settings);
        return withTotals(assigned);
    }

    /** Documents that share their content, or a linked content, with another. */
    private Dataset<Row> members(Dataset<Row> view, Dataset<Row> old, Dataset<Row> components) {
        Column isOld = col(Captures.OLD_KEY).isNotNull();
        Dataset<Row> contents = comparable(view)
                .join(old, col(DedupView.KEY).equalTo(col(Captures.OLD_KEY)), "left")
                .withColumn(OLD, isOld)
                .withColumn("own_node", Nodes.node())
                .withColumn(BandRecords.NODE, coalesce(col(Captures.NEWEST_NODE), Nodes.node()))
                .withColumn("high", coalesce(col(Captures.NEWEST_HIGH), col(DedupView.FINGERPRINT_HIGH)))
                .drop(Captures.OLD_KEY, Captures.NEWEST_NODE, Captures.NEWEST_HIGH);
        WindowSpec same = Window.partitionBy(BandRecords.NODE, "high");
        return contents.repartition(partitions, col(BandRecords.NODE))
                .withColumn("same", count(lit(1)).over(same))
                .withColumn(CONTENT_SKETCH, first(col(DedupView.SKETCH)).over(same.orderBy(OLD)))
                .join(components, new String[] {BandRecords.NODE}, "left")
                .where(col(Components.COMPONENT).isNotNull().or(col("same").gt(1)))
                .withColumn(
                        TWIN,
                        when(col(Components.COMPONENT).isNull(), col("high")).otherwise(lit(0L)))
                .withColumn(Components.COMPONENT, coalesce(col(Components.COMPONENT), col(BandRecords.NODE)));
    }

    private Dataset<Row> comparable(Dataset<Row> view) {
        Dataset<Row> narrow = view.drop(DedupView.URL_HIGH, DedupView.URL_LOW, DedupView.SHINGLE_SET)
                .withColumn(DedupView.SKETCH, CarriedSketches.column(settings));
        return (settings.comparesShortDocuments() || settings.dropsOldCaptures()
                        ? narrow
                        : narrow.where(size(col(DedupView.BANDS)).gt(0)))
                .drop(DedupView.BANDS);
    }

    /** By component, and in it the one that is to stay first. */
    private List<Column> order() {
        List<Column> order = new ArrayList<>(List.of(col(Components.COMPONENT), col(TWIN), col(OLD)));
        for (Preference preference : settings.survivor()) {
            order.add(order(preference));
        }
        order.add(col(DedupView.ID));
        order.add(col(DedupView.KEY));
        return order;
    }

    private static Column order(Preference preference) {
        return switch (preference) {
            case LENGTH -> col(DedupView.TEXT_LENGTH).desc();
            case SCORE -> col(DedupView.SCORE).desc_nulls_last();
            case DATE -> col(DedupView.DATE).desc();
            case LICENSE -> col(DedupView.LICENCE_RANK).desc();
        };
    }

    private static Dataset<Row> withTotals(Dataset<Row> assigned) {
        Dataset<Row> totals = assigned.groupBy(
                        col(SurvivorAssignment.SURVIVOR_KEY).as("survivor_of"))
                .agg(
                        min(DedupView.ID).as(ClusterColumns.CLUSTER),
                        count(lit(1)).as(ClusterColumns.SIZE),
                        coalesce(min(known(DedupView.DATE)), lit("")).as(ClusterColumns.FIRST_SEEN),
                        max(DedupView.DATE).as(ClusterColumns.LAST_SEEN),
                        count_distinct(known(DedupView.HOST)).as(ClusterColumns.HOSTS),
                        count_distinct(known(DedupView.DUMP)).as(ClusterColumns.DUMPS))
                .where(col(ClusterColumns.SIZE).gt(1));
        return assigned.join(totals, col(SurvivorAssignment.SURVIVOR_KEY).equalTo(col("survivor_of")))
                .selectExpr(ClusterColumns.SCHEMA.fieldNames());
    }

    /** The column, null where it is empty. */
    private static Column known(String column) {
        return when(col(column).notEqual(""), col(column));
    }
}
