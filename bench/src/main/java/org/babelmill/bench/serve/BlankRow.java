package org.babelmill.bench.serve;

import java.util.List;
import java.util.Map;
import org.babelmill.jobs.table.ColumnType;
import org.babelmill.jobs.table.TableSchema;

/** A row of a table with nothing in it, to be filled many times. */
final class BlankRow {

    private final Object[] values;
    private final Map<String, Integer> positions;

    BlankRow(TableSchema schema) {
        this.values = schema.columns().stream()
                .map(column -> column.nullable() ? null : nothing(column.type()))
                .toArray();
        this.positions = schema.positions();
    }

    private static Object nothing(ColumnType type) {
        if (type instanceof ColumnType.ListOf) {
            return List.of();
        }
        return switch ((ColumnType.Scalar) type) {
            case STRING -> "";
            case BINARY -> new byte[0];
            case INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
        };
    }

    Filled row(String id, long key) {
        return new Filled(values.clone(), positions).set("id", id).set("key", key);
    }

    /** A row in the making; the array is the row. */
    record Filled(Object[] values, Map<String, Integer> positions) {

        Filled set(String column, Object value) {
            values[positions.get(column)] = value;
            return this;
        }
    }
}
