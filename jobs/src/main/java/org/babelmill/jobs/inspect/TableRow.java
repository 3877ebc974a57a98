package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/** A row with the names of its columns. */
public final class TableRow {

    private final TableSchema schema;
    private final Object[] values;

    TableRow(TableSchema schema, Object[] values) {
        this.schema = schema;
        this.values = values;
    }

    /** The row of a document in a file; empty when it has none there. */
    static Optional<TableRow> byKey(TableSchema schema, Path file, long key, Configuration hadoop) throws IOException {
        try (TableReader reader =
                TableReader.open(schema, file, FilterApi.eq(FilterApi.longColumn("key"), key), hadoop)) {
            return Optional.ofNullable(reader.next()).map(row -> new TableRow(schema, row));
        }
    }

    /** A value, {@code null} where there is none. */
    public Object get(String column) {
        for (int i = 0; i < schema.columns().size(); i++) {
            if (schema.columns().get(i).name().equals(column)) {
                return values[i];
            }
        }
        throw new IllegalArgumentException("table " + schema.name() + " has no column " + column);
    }

    /** A text, empty where there is none. */
    public String text(String column) {
        Object value = get(column);
        return value == null ? "" : value.toString();
    }

    /** A number, NaN where there is none. */
    public double number(String column) {
        return get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** A whole number. */
    public long whole(String column) {
        return ((Number) get(column)).longValue();
    }

    /** Whether a flag is set. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(get(column));
    }

    /** The groups of a list. */
    public List<Object[]> groups(String column) {
        return ((List<?>) get(column)).stream().map(Object[].class::cast).toList();
    }
}
