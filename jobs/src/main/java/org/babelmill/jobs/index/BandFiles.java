package org.babelmill.jobs.index;

import static org.babelmill.jobs.table.ColumnType.Scalar.BINARY;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;

/**
 * The band records of a snapshot: one file a partition, sorted by bucket and content.
 *
 * @param hadoop storage settings
 */
record BandFiles(SerializableConfiguration hadoop) implements Serializable {

    private static final TableSchema SCHEMA = new TableSchema(
            "bands",
            1,
            List.of(
                    Column.of("bucket", LONG, "Hash of the band, mixed with the language."),
                    Column.of("node", LONG, "The content."),
                    Column.nullable("sketch", BINARY, "Its sketch; null in fineweb mode.")));

    /** Storage settings of a driver or task. */
    Configuration configuration() {
        return hadoop.value();
    }

    /** Where a partition of a snapshot lies. */
    static Path file(String snapshotFolder, int partition) {
        return new Path(snapshotFolder, String.format(Locale.ROOT, "bands/part-%05d.parquet", partition));
    }

    /** Writes a partition; tasks that run twice write the same, and the last one's file stays. */
    void write(String snapshotFolder, int partition, Iterator<Row> sorted) throws IOException {
        BandSource rows = () -> {
            if (!sorted.hasNext()) {
                return null;
            }
            Row row = sorted.next();
            return new Object[] {row.getLong(0), row.getLong(1), row.size() > 2 ? row.getAs(2) : null};
        };
        writeAll(file(snapshotFolder, partition), rows);
    }

    /** Writes an empty partition where none was written. */
    void complete(String snapshotFolder, int partition) throws IOException {
        Path file = file(snapshotFolder, partition);
        if (!file.getFileSystem(configuration()).exists(file)) {
            writeAll(file, () -> null);
        }
    }

    /** Writes a partition anew, without some contents. */
    void copy(String from, String to, int partition, Set<Long> without) throws IOException {
        try (TableReader reader = reader(from, partition)) {
            BandSource rows = () -> {
                Object[] row = reader.next();
                while (row != null && without.contains((Long) row[1])) {
                    row = reader.next();
                }
                return row;
            };
            writeAll(file(to, partition), rows);
        }
    }

    /** Reads a partition. */
    TableReader reader(String snapshotFolder, int partition) throws IOException {
        return TableReader.open(SCHEMA, file(snapshotFolder, partition), configuration());
    }

    private interface BandSource {
        Object[] next() throws IOException;
    }

    private void writeAll(Path file, BandSource rows) throws IOException {
        Path attempt = new Path(
                file.getParent(), "_" + file.getName() + "." + TaskContext.get().taskAttemptId());
        try (TableWriter out = TableWriter.create(SCHEMA, attempt, configuration())) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                out.write(row);
            }
        }
        FileSystem storage = file.getFileSystem(configuration());
        storage.delete(file, false);
        if (!storage.rename(attempt, file) && !storage.exists(file)) {
            throw new IOException("cannot rename " + attempt + " to " + file);
        }
    }
}
