package org.babelmill.jobs.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A column of a table.
 *
 * @param name snake case
 * @param type its type
 * @param nullable whether a row may lack it
 * @param lookup whether rows are looked up by it: files get a Bloom filter of its values
 * @param description one sentence: what it holds, unit, range, what null means
 */
public record Column(String name, ColumnType type, boolean nullable, boolean lookup, String description)
        implements Serializable {

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(description, "description");
    }

    /** A column that every row has. */
    public static Column of(String name, ColumnType type, String description) {
        return new Column(name, type, false, false, description);
    }

    /** A text that every row has, and that rows are looked up by. */
    public static Column lookup(String name, String description) {
        return new Column(name, ColumnType.Scalar.STRING, false, true, description);
    }

    /** A column that may be null. */
    public static Column nullable(String name, ColumnType type, String description) {
        return new Column(name, type, true, false, description);
    }

    Type parquet() {
        return type.parquet(name, nullable ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED);
    }

    StructField spark() {
        return DataTypes.createStructField(name, type.spark(), nullable);
    }
}
