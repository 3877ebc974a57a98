package org.babelmill.jobs.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rows of one table to one zstd Parquet file. The same rows and options give the same bytes, in
 * every process. Not thread-safe.
 */
public final class TableWriter implements Closeable {

    private static final double BLOOM_FALSE_POSITIVES = 0.01;

    private static final String LEVEL = "parquet.compression.codec.zstd.level";

    private static final int BLOOM_SIZES = 15;

    private final ParquetWriter<Object[]> writer;
    private final HashingOutput output;
    private long rows;

    private TableWriter(ParquetWriter<Object[]> writer, HashingOutput output) {
        this.writer = writer;
        this.output = output;
    }

    /**
     * How a file is laid out.
     *
     * @param rowGroupBytes size of a row group as parquet-java counts it: finished pages as compressed
     * @param rowGroupRows most rows in a row group; 0 for no limit but bytes
     * @param compressionLevel zstd level, 1 to 19
     * @param bloomColumns text columns that get a Bloom filter with a false-positive rate of 1 %
     * @param metadata key-value pairs for the footer
     */
    public record Layout(
            long rowGroupBytes,
            int rowGroupRows,
            int compressionLevel,
            List<String> bloomColumns,
            Map<String, String> metadata)
            implements Serializable {

        /** Layout of the tables between stages: 32 MiB row groups, zstd 3, Bloom filters for what rows are looked up by. */
        public static Layout forStages(TableSchema schema) {
            List<String> lookups = schema.columns().stream()
                    .filter(Column::lookup)
                    .map(Column::name)
                    .toList();
            return new Layout(32L << 20, 0, 3, lookups, Map.of());
        }
    }

    /** Creates, or overwrites, a file of a table between stages. */
    public static TableWriter create(TableSchema schema, Path path, Configuration hadoop) throws IOException {
        return create(schema, path, Layout.forStages(schema), hadoop);
    }

    /** Creates, or overwrites, a file. */
    public static TableWriter create(TableSchema schema, Path path, Layout layout, Configuration hadoop)
            throws IOException {
        return create(schema, HadoopOutputFile.fromPath(path, hadoop), layout, hadoop);
    }

    /** Creates, or overwrites, a file that may lie anywhere. */
    public static TableWriter create(TableSchema schema, OutputFile file, Layout layout, Configuration hadoop)
            throws IOException {
        Configuration configuration = settings(hadoop, layout.compressionLevel());
        HashingOutput output = new HashingOutput(file);
        Builder builder = new Builder(output, schema, layout.metadata())
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(layout.rowGroupBytes())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
        if (layout.rowGroupRows() > 0) {
            builder = builder.withRowGroupRowCountLimit(layout.rowGroupRows());
        }
        // A filter as large as its row group needs: of these sizes, 1 MiB down to 64 bytes, the smallest that holds.
        builder = builder.withAdaptiveBloomFilterEnabled(true);
        for (String column : layout.bloomColumns()) {
            builder = builder.withBloomFilterEnabled(column, true)
                    .withBloomFilterFPP(column, BLOOM_FALSE_POSITIVES)
                    .withBloomFilterCandidateNumber(column, BLOOM_SIZES);
        }
        return new TableWriter(builder.build(), output);
    }

    /**
     * Settings with which files of a compression level are written: the same object where it has them already, because a
     * copy takes as long as a small file.
     */
    public static Configuration settings(Configuration hadoop, int compressionLevel) {
        if (hadoop.getInt(LEVEL, -1) == compressionLevel) {
            return hadoop;
        }
        Configuration copy = new Configuration(hadoop);
        copy.setInt(LEVEL, compressionLevel);
        return copy;
    }

    /** Appends a row, in the schema's order. */
    public void write(Object[] row) throws IOException {
        writer.write(row);
        rows++;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** Bytes in the file and in the buffer for it. */
    public long bytes() {
        return writer.getDataSize();
    }

    /** SHA-256 of the file as 64 hexadecimal digits; to be asked once, after {@link #close}. */
    public String sha256() {
        return output.sha256();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {

        private final TableSchema schema;
        private final Map<String, String> metadata;
        private final HashingOutput file;

        private Builder(HashingOutput file, TableSchema schema, Map<String, String> metadata) {
            super(file);
            this.file = file;
            this.schema = schema;
            this.metadata = metadata;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Deprecated in Parquet and still abstract there. */
        @SuppressWarnings("deprecation")
        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(schema, metadata, file);
        }
    }
}
