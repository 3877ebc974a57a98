package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.babelmill.pipeline.config.DedupSettings;

/** One record for each band of each content: what is shuffled to find out who has a band in common. */
public final class BandRecords {

    /** The bucket: the band's hash mixed with the language. */
    public static final String BUCKET = "bucket";
    /** The content. */
    public static final String NODE = "node";

    private BandRecords() {}

    /**
     * The records of documents, with bucket, node and, in {@code verified} mode, sketch.
     *
     * @param view documents, of which those without bands have no records
     */
    public static Dataset<Row> of(Dataset<Row> view, DedupSettings settings) {
        Column firstSight = udf(new FirstSight(), DataTypes.BooleanType)
                .asNondeterministic()
                .apply(col(NODE));
        List<Column> columns =
                new ArrayList<>(List.of(col("band").bitwiseXOR(col("salt")).as(BUCKET), col(NODE)));
        if (settings.mode() == DedupSettings.Mode.VERIFIED) {
            columns.add(col(DedupView.SKETCH));
        }
        return view.where(size(col(DedupView.BANDS)).gt(0))
                .select(Nodes.node().as(NODE), Nodes.language().as("salt"), col(DedupView.BANDS), col(DedupView.SKETCH))
                .where(firstSight)
                .withColumn("band", explode(col(DedupView.BANDS)))
                .select(columns.toArray(Column[]::new));
    }

    /** Distributes records by bucket and sorts them: the form that {@link BucketLinks} takes. */
    public static Dataset<Row> sort(Dataset<Row> records, int partitions) {
        return records.repartition(partitions, col(BUCKET)).sortWithinPartitions(BUCKET, NODE);
    }

    /**
     * True for contents that this task has not sent yet. A content that a million pages of one archive share is sent once,
     * not a million times. What is sent in vain changes nothing, so the memory may be bounded, and retries are harmless.
     * Each task works on its own copy, made when Spark deserialises it.
     */
    static final class FirstSight implements UDF1<Long, Boolean> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 1 << 20;

        private transient LongOpenHashSet seen;

        @Override
        public Boolean call(Long node) {
            if (seen == null) {
                seen = new LongOpenHashSet();
            }
            return seen.size() < MOST ? seen.add(node.longValue()) : !seen.contains(node.longValue());
        }
    }
}
