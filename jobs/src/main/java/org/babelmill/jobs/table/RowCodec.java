package org.babelmill.jobs.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as bytes, for a shuffle: no class names, no schema, only the values. Written and read by the same program, so
 * the form has no version.
 */
public final class RowCodec {

    private final TableSchema schema;

    public RowCodec(TableSchema schema) {
        this.schema = schema;
    }

    /** The bytes of a row. */
    public byte[] encode(Object[] row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            fields(schema.columns(), row, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** The row of bytes that {@link #encode} made. */
    public Object[] decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return fields(schema.columns(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("a row that was not written with this schema", e);
        }
    }

    private static void fields(List<Column> columns, Object[] values, DataOutputStream out) throws IOException {
        for (int i = 0; i < values.length; i++) {
            out.writeBoolean(values[i] != null);
            if (values[i] != null) {
                value(columns.get(i).type(), values[i], out);
            }
        }
    }

    private static void value(ColumnType type, Object value, DataOutputStream out) throws IOException {
        if (type instanceof ColumnType.ListOf list) {
            List<?> elements = (List<?>) value;
            out.writeInt(elements.size());
            for (Object element : elements) {
                value(list.element(), element, out);
            }
        } else if (type instanceof ColumnType.Struct struct) {
            fields(struct.fields(), (Object[]) value, out);
        } else {
            scalar((ColumnType.Scalar) type, value, out);
        }
    }

    private static void scalar(ColumnType.Scalar type, Object value, DataOutputStream out) throws IOException {
        switch (type) {
            case STRING -> bytes(((String) value).getBytes(StandardCharsets.UTF_8), out);
            case BINARY -> bytes((byte[]) value, out);
            case INT -> out.writeInt((Integer) value);
            case LONG -> out.writeLong((Long) value);
            case FLOAT -> out.writeFloat((Float) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
        }
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Object[] fields(List<Column> columns, DataInputStream in) throws IOException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            if (in.readBoolean()) {
                values[i] = value(columns.get(i).type(), in);
            }
        }
        return values;
    }

    private static Object value(ColumnType type, DataInputStream in) throws IOException {
        if (type instanceof ColumnType.ListOf list) {
            int size = in.readInt();
            List<Object> elements = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                elements.add(value(list.element(), in));
            }
            return elements;
        }
        if (type instanceof ColumnType.Struct struct) {
            return fields(struct.fields(), in);
        }
        return switch ((ColumnType.Scalar) type) {
            case STRING -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case BINARY -> in.readNBytes(in.readInt());
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
        };
    }
}
