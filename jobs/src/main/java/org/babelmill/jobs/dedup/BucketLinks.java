package org.babelmill.jobs.dedup;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.babelmill.dedup.cluster.LongUnionFind;
import org.babelmill.dedup.link.BucketLinker;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * Links the contents of one partition's buckets. A bucket streams past its leaders and is never held, however large. The
 * links become a forest on the spot, so that at most one edge a content leaves the task; where they have to be checked
 * again, each leaves as it is.
 */
public final class BucketLinks {

    /** Different contents from which a bucket is reported. */
    static final long LARGE_BUCKET = 10_000;

    private final BucketLinker linker;
    private final boolean pairsAreChecked;
    private final LongUnionFind sets = new LongUnionFind();
    private final LongArrayList pairs = new LongArrayList();
    private final List<Row> large = new ArrayList<>();

    private BucketLinks(DedupSettings settings) {
        linker = new BucketLinker(SignatureScheme.of(settings).sketches(), settings);
        pairsAreChecked = settings.checksExactly();
    }

    /** The forest of sorted records, in the columns of {@link Forest}. */
    static Dataset<Row> forest(Dataset<Row> sorted, DedupSettings settings) {
        MapPartitionsFunction<Row, Row> link = rows -> link(BandCursor.of(rows), settings);
        return sorted.mapPartitions(link, Encoders.row(Forest.SCHEMA));
    }

    /** The forest of one partition's records, in the columns of {@link DedupJob#LINKS}. */
    public static Iterator<Row> link(BandCursor records, DedupSettings settings) throws IOException {
        return new BucketLinks(settings).link(records);
    }

    private Iterator<Row> link(BandCursor records) throws IOException {
        boolean inside = false;
        long bucket = 0;
        while (records.next()) {
            if (!inside || records.bucket() != bucket) {
                close(bucket);
                bucket = records.bucket();
                linker.open();
                inside = true;
            }
            int leaders = linker.link(records.node(), records.sketch());
            for (int i = 0; i < leaders; i++) {
                join(records.node(), linker.leader(i));
            }
        }
        close(bucket);
        return pairsAreChecked ? Forest.pairs(pairs, large) : Forest.rows(sets, large);
    }

    private void join(long node, long leader) {
        if (pairsAreChecked) {
            pairs.add(node);
            pairs.add(leader);
        } else {
            sets.union(leader, node);
        }
    }

    private void close(long bucket) {
        if (linker.members() >= LARGE_BUCKET) {
            large.add(RowFactory.create(bucket, 0L, linker.members()));
        }
    }
}
