package org.babelmill.jobs.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;

/**
 * Reads rows of one table from one Parquet file, in file order, only the wanted columns. Rows are arrays in the order of
 * the schema it was opened with. Not thread-safe.
 */
public final class TableReader implements Closeable {

    private final ParquetReader<Object[]> reader;

    private TableReader(ParquetReader<Object[]> reader) {
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @param schema the columns to read: {@link #project a projection} of the schema the file was written with
     */
    public static TableReader open(TableSchema schema, Path path, Configuration hadoop) throws IOException {
        return new TableReader(new Builder(HadoopInputFile.fromPath(path, hadoop), schema)
                .withConf(hadoop)
                .build());
    }

    /**
     * Opens a file for the rows that a predicate lets pass. Row groups and pages that cannot hold one are not read, as
     * far as statistics and Bloom filters tell.
     *
     * @param schema the columns to read; those of the predicate must be among them
     */
    public static TableReader open(TableSchema schema, Path path, FilterPredicate rows, Configuration hadoop)
            throws IOException {
        return new TableReader(new Builder(HadoopInputFile.fromPath(path, hadoop), schema)
                .withConf(hadoop)
                .withFilter(FilterCompat.get(rows))
                .build());
    }

    /**
     * Opens the row groups whose middle lies between two offsets of a file.
     *
     * @param range first offset, and the first one after
     */
    public static TableReader open(TableSchema schema, Path path, Range range, Configuration hadoop)
            throws IOException {
        return new TableReader(new Builder(HadoopInputFile.fromPath(path, hadoop), schema)
                .withConf(hadoop)
                .withFileRange(range.start(), range.end())
                .build());
    }

    /**
     * A part of a file.
     *
     * @param start first offset
     * @param end first offset after it
     */
    public record Range(long start, long end) {}

    /**
     * A text to compare a column with. Predicates with it can be shared between threads; {@link Binary#fromString} makes one
     * whose bytes only one thread at a time can read.
     */
    public static Binary text(String value) {
        return Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A schema with only some columns, in the order given. */
    public static TableSchema project(TableSchema schema, List<String> columns) {
        return new TableSchema(
                schema.name(),
                schema.version(),
                columns.stream()
                        .map(name -> schema.columns().stream()
                                .filter(c -> c.name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "table " + schema.name() + " has no column " + name)))
                        .toList());
    }

    /** The next row, {@code null} after the last. */
    public Object[] next() throws IOException {
        return reader.read();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Builder extends ParquetReader.Builder<Object[]> {

        private final TableSchema schema;

        private Builder(InputFile file, TableSchema schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected ReadSupport<Object[]> getReadSupport() {
            return new RowReadSupport(schema);
        }
    }
}
