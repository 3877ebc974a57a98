package org.babelmill.jobs.table;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands rows of a {@link TableSchema} to Parquet, value by value, and tells the file when there are no more. */
final class RowWriteSupport extends WriteSupport<Object[]> {

    private final TableSchema schema;
    private final Map<String, String> metadata;
    private final HashingOutput file;
    private RecordConsumer out;

    RowWriteSupport(TableSchema schema, Map<String, String> metadata, HashingOutput file) {
        this.schema = schema;
        this.metadata = metadata;
        this.file = file;
    }

    /** Parquet calls it between the last row group and the footer. */
    @Override
    public FinalizedWriteContext finalizeWrite() {
        file.rowsAreWritten();
        return super.finalizeWrite();
    }

    /** Deprecated in Parquet and still abstract there. */
    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema.parquet(), metadata);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema.parquet(), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.out = recordConsumer;
    }

    @Override
    public void write(Object[] row) {
        out.startMessage();
        fields(schema.columns(), row);
        out.endMessage();
    }

    private void fields(List<Column> columns, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                Column column = columns.get(i);
                out.startField(column.name(), i);
                value(column.type(), values[i]);
                out.endField(column.name(), i);
            }
        }
    }

    private void value(ColumnType type, Object value) {
        if (type instanceof ColumnType.Scalar scalar) {
            scalar(scalar, value);
        } else if (type instanceof ColumnType.ListOf list) {
            list(list.element(), (List<?>) value);
        } else if (type instanceof ColumnType.Struct struct) {
            out.startGroup();
            fields(struct.fields(), (Object[]) value);
            out.endGroup();
        }
    }

    private void list(ColumnType element, List<?> values) {
        out.startGroup();
        if (!values.isEmpty()) {
            out.startField("list", 0);
            for (Object value : values) {
                out.startGroup();
                out.startField("element", 0);
                value(element, value);
                out.endField("element", 0);
                out.endGroup();
            }
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private void scalar(ColumnType.Scalar type, Object value) {
        switch (type) {
            case STRING -> out.addBinary(Binary.fromString((String) value));
            case BINARY -> out.addBinary(Binary.fromConstantByteArray((byte[]) value));
            case INT -> out.addInteger((Integer) value);
            case LONG -> out.addLong((Long) value);
            case FLOAT -> out.addFloat((Float) value);
            case DOUBLE -> out.addDouble((Double) value);
            case BOOLEAN -> out.addBoolean((Boolean) value);
        }
    }
}
