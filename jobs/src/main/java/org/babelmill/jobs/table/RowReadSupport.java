package org.babelmill.jobs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Takes rows of a {@link TableSchema} out of Parquet as {@code Object[]} in the schema's order. */
final class RowReadSupport extends ReadSupport<Object[]> {

    private final TableSchema schema;

    RowReadSupport(TableSchema schema) {
        this.schema = schema;
    }

    /** Deprecated in Parquet, and still what its reader calls. */
    @SuppressWarnings("deprecation")
    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(schema.parquet());
    }

    /** Deprecated in Parquet and still abstract there. */
    @SuppressWarnings("deprecation")
    @Override
    public RecordMaterializer<Object[]> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType fileSchema, ReadContext context) {
        return new Materializer(schema);
    }

    @Override
    public RecordMaterializer<Object[]> prepareForRead(
            ParquetConfiguration configuration,
            Map<String, String> metadata,
            MessageType fileSchema,
            ReadContext context) {
        return new Materializer(schema);
    }

    private static final class Materializer extends RecordMaterializer<Object[]> {

        private final StructConverter root;
        private Object[] current;

        Materializer(TableSchema schema) {
            this.root = new StructConverter(schema.columns(), row -> current = row);
        }

        @Override
        public Object[] getCurrentRecord() {
            return current;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    /** Receives a finished value. */
    private interface Target {
        void accept(Object[] values);
    }

    private interface ValueTarget {
        void accept(Object value);
    }

    private static Converter converter(ColumnType type, ValueTarget target) {
        if (type instanceof ColumnType.ListOf list) {
            return new ListConverter(list.element(), target);
        }
        if (type instanceof ColumnType.Struct struct) {
            return new StructConverter(struct.fields(), target::accept);
        }
        return new ScalarConverter((ColumnType.Scalar) type, target);
    }

    private static final class StructConverter extends GroupConverter {

        private final Converter[] fields;
        private final Target target;
        private Object[] values;

        StructConverter(List<Column> columns, Target target) {
            this.target = target;
            this.fields = new Converter[columns.size()];
            for (int i = 0; i < fields.length; i++) {
                int position = i;
                fields[i] = converter(columns.get(i).type(), value -> values[position] = value);
            }
        }

        @Override
        public Converter getConverter(int field) {
            return fields[field];
        }

        @Override
        public void start() {
            values = new Object[fields.length];
        }

        @Override
        public void end() {
            target.accept(values);
        }
    }

    /** The three levels of a Parquet list: list, repeated group, element. */
    private static final class ListConverter extends GroupConverter {

        private final ValueTarget target;
        private final GroupConverter repeated;
        private List<Object> values;

        ListConverter(ColumnType element, ValueTarget target) {
            this.target = target;
            Converter inner = converter(element, value -> values.add(value));
            this.repeated = new GroupConverter() {
                @Override
                public Converter getConverter(int field) {
                    return inner;
                }

                @Override
                public void start() {}

                @Override
                public void end() {}
            };
        }

        @Override
        public Converter getConverter(int field) {
            return repeated;
        }

        @Override
        public void start() {
            values = new ArrayList<>();
        }

        @Override
        public void end() {
            target.accept(values);
        }
    }

    /** Texts of a dictionary page are decoded once for the page, not once a row. */
    private static final class ScalarConverter extends PrimitiveConverter {

        private final boolean text;
        private final ValueTarget target;
        private Dictionary dictionary;
        private String[] decoded = {};

        ScalarConverter(ColumnType.Scalar type, ValueTarget target) {
            this.text = type == ColumnType.Scalar.STRING;
            this.target = target;
        }

        @Override
        public boolean hasDictionarySupport() {
            return text;
        }

        @Override
        public void setDictionary(Dictionary page) {
            dictionary = page;
            decoded = new String[page.getMaxId() + 1];
        }

        @Override
        public void addValueFromDictionary(int id) {
            if (decoded[id] == null) {
                decoded[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
            }
            target.accept(decoded[id]);
        }

        @Override
        public void addBinary(Binary value) {
            target.accept(text ? value.toStringUsingUTF8() : value.getBytes());
        }

        @Override
        public void addInt(int value) {
            target.accept(value);
        }

        @Override
        public void addLong(long value) {
            target.accept(value);
        }

        @Override
        public void addFloat(float value) {
            target.accept(value);
        }

        @Override
        public void addDouble(double value) {
            target.accept(value);
        }

        @Override
        public void addBoolean(boolean value) {
            target.accept(value);
        }
    }
}
