package org.babelmill.jobs.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** The type of a column, in Parquet's, Spark's and Java's words. */
public sealed interface ColumnType extends Serializable {

    /** The type in a Parquet schema, as an optional or required field. */
    Type parquet(String name, Type.Repetition repetition);

    /** The type in Spark. */
    DataType spark();

    /** A single value. */
    enum Scalar implements ColumnType {
        /** Text; {@code String}. */
        STRING(PrimitiveTypeName.BINARY, DataTypes.StringType),
        /** Bytes; {@code byte[]}. */
        BINARY(PrimitiveTypeName.BINARY, DataTypes.BinaryType),
        /** {@code Integer}. */
        INT(PrimitiveTypeName.INT32, DataTypes.IntegerType),
        /** {@code Long}. */
        LONG(PrimitiveTypeName.INT64, DataTypes.LongType),
        /** {@code Float}. */
        FLOAT(PrimitiveTypeName.FLOAT, DataTypes.FloatType),
        /** {@code Double}. */
        DOUBLE(PrimitiveTypeName.DOUBLE, DataTypes.DoubleType),
        /** {@code Boolean}. */
        BOOLEAN(PrimitiveTypeName.BOOLEAN, DataTypes.BooleanType);

        private final PrimitiveTypeName physical;
        private final transient DataType spark;

        Scalar(PrimitiveTypeName physical, DataType spark) {
            this.physical = physical;
            this.spark = spark;
        }

        @Override
        public Type parquet(String name, Type.Repetition repetition) {
            var primitive = Types.primitive(physical, repetition);
            return (this == STRING ? primitive.as(LogicalTypeAnnotation.stringType()) : primitive).named(name);
        }

        @Override
        public DataType spark() {
            return spark;
        }
    }

    /**
     * A list without nulls; {@code List} of the element's Java type.
     *
     * @param element type of an element
     */
    record ListOf(ColumnType element) implements ColumnType {

        @Override
        public Type parquet(String name, Type.Repetition repetition) {
            return Types.list(repetition)
                    .element(element.parquet("element", Type.Repetition.REQUIRED))
                    .named(name);
        }

        @Override
        public DataType spark() {
            return DataTypes.createArrayType(element.spark(), false);
        }
    }

    /**
     * A group of named fields; {@code Object[]} in the fields' order.
     *
     * @param fields at least one
     */
    record Struct(List<Column> fields) implements ColumnType {

        public Struct {
            fields = List.copyOf(fields);
        }

        /** A group of these fields. */
        public static Struct of(Column... fields) {
            return new Struct(List.of(fields));
        }

        @Override
        public Type parquet(String name, Type.Repetition repetition) {
            var group = Types.buildGroup(repetition);
            for (Column field : fields) {
                group = group.addField(field.parquet());
            }
            return group.named(name);
        }

        @Override
        public DataType spark() {
            List<StructField> structFields = new ArrayList<>();
            fields.forEach(f -> structFields.add(f.spark()));
            return DataTypes.createStructType(structFields);
        }
    }
}
