package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.babelmill.dedup.signature.SCurve;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.jobs.dedup.DedupReport.Buckets;
import org.babelmill.jobs.dedup.DedupReport.CurvePoint;
import org.babelmill.jobs.dedup.DedupReport.LargeCluster;
import org.babelmill.pipeline.config.DedupSettings;

/** Computes a {@link DedupReport}. Only the clusters that are shown, or that trip the guard, reach the driver. */
final class ReportBuilder {

    /** Clusters that are shown. */
    private static final int SHOWN = 100;

    /** Sums are made of whole numbers, so that they do not depend on the order. */
    private static final double MILLION = 1e6;

    private final DedupSettings settings;
    private final Dataset<Row> view;
    private final Dataset<Row> clusters;

    ReportBuilder(DedupSettings settings, Dataset<Row> view, Dataset<Row> clusters) {
        this.settings = settings;
        this.view = view;
        this.clusters = clusters;
    }

    DedupReport build(Dataset<Row> largeBuckets) {
        Dataset<Row> measured =
                measured().orderBy(col("members").desc(), col(ClusterColumns.LANGUAGE), col(ClusterColumns.CLUSTER));
        List<Row> largest = measured.limit(SHOWN).collectAsList();
        return new DedupReport(
                curve(), clusters(largest), buckets(largeBuckets), clusters(swallowing(largest, measured)));
    }

    /** Those that trip the guard. They are among the largest, unless those that are shown are all large enough for it. */
    private List<Row> swallowing(List<Row> largest, Dataset<Row> measured) {
        boolean mayBeMore = largest.size() == SHOWN
                && largest.get(SHOWN - 1).getLong(2) >= settings.guard().size();
        return mayBeMore
                ? measured.where(col("swallowing")).limit(SHOWN).collectAsList()
                : largest.stream().filter(row -> row.getBoolean(9)).toList();
    }

    private Column swallowing() {
        DedupSettings.Guard guard = settings.guard();
        return col("members")
                .geq(guard.size())
                .and(col("members").geq(col("documents").multiply(guard.share())))
                .and(col("millionths").lt(col("others").multiply(guard.similarity() * MILLION)));
    }

    private Dataset<Row> measured() {
        Dataset<Row> languages =
                view.groupBy(DedupView.LANGUAGE).agg(count(lit(1)).as("documents"));
        return clusters.groupBy(ClusterColumns.LANGUAGE, ClusterColumns.CLUSTER)
                .agg(
                        count(lit(1)).as("members"),
                        count(when(not(col(ClusterColumns.KEEP)), lit(1))).as("others"),
                        coalesce(
                                        sum(when(
                                                not(col(ClusterColumns.KEEP)),
                                                round(col(ClusterColumns.SIMILARITY)
                                                                .multiply(MILLION))
                                                        .cast("long"))),
                                        lit(0L))
                                .as("millionths"),
                        min(ClusterColumns.SURVIVOR).as("stays"),
                        min(when(
                                        not(col(ClusterColumns.KEEP)),
                                        struct(col(ClusterColumns.SIMILARITY), col(ClusterColumns.ID))))
                                .as("least"),
                        max(when(not(col(ClusterColumns.KEEP)), col(ClusterColumns.ID)))
                                .as("last"))
                .join(broadcast(languages), ClusterColumns.LANGUAGE)
                .select(
                        col(ClusterColumns.LANGUAGE),
                        col(ClusterColumns.CLUSTER),
                        col("members"),
                        col("documents"),
                        col("others"),
                        col("millionths"),
                        col("stays"),
                        col("least." + ClusterColumns.ID).as("least"),
                        col("last"),
                        swallowing().as("swallowing"));
    }

    private static List<LargeCluster> clusters(List<Row> rows) {
        List<LargeCluster> found = new ArrayList<>();
        for (Row row : rows) {
            long others = row.getLong(4);
            List<String> examples = new ArrayList<>(List.of(row.getString(6)));
            for (int column = 7; column <= 8; column++) {
                if (!row.isNullAt(column) && !examples.contains(row.getString(column))) {
                    examples.add(row.getString(column));
                }
            }
            found.add(new LargeCluster(
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2),
                    (double) row.getLong(2) / row.getLong(3),
                    others == 0 ? 1 : Math.rint((double) row.getLong(5) / others) / MILLION,
                    examples));
        }
        return found;
    }

    private List<CurvePoint> curve() {
        SCurve curve = SignatureScheme.of(settings).curve();
        List<CurvePoint> points = new ArrayList<>();
        for (int percent = 5; percent <= 100; percent += 5) {
            points.add(new CurvePoint(percent / 100.0, curve.probability(percent / 100.0)));
        }
        return points;
    }

    private static Buckets buckets(Dataset<Row> reports) {
        Row row = reports.agg(count(lit(1)), coalesce(max(Forest.MEMBERS), lit(0L)))
                .head();
        return new Buckets(BucketLinks.LARGE_BUCKET, row.getLong(0), row.getLong(1));
    }
}
