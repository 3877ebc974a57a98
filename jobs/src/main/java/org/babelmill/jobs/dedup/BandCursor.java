package org.babelmill.jobs.dedup;

import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Band records in the order of bucket, then node, one at a time. */
public interface BandCursor {

    /** Moves to the next record; false behind the last. */
    boolean next() throws IOException;

    /** The record's bucket. */
    long bucket();

    /** Its content. */
    long node();

    /** Its sketch, null in {@code fineweb} mode. */
    byte[] sketch();

    /** A cursor over sorted rows of {@link BandRecords}. */
    static BandCursor of(Iterator<Row> rows) {
        return new BandCursor() {

            private Row row;

            @Override
            public boolean next() {
                row = rows.hasNext() ? rows.next() : null;
                return row != null;
            }

            @Override
            public long bucket() {
                return row.getLong(0);
            }

            @Override
            public long node() {
                return row.getLong(1);
            }

            @Override
            public byte[] sketch() {
                return row.size() > 2 ? row.getAs(2) : null;
            }
        };
    }
}
