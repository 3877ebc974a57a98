package org.babelmill.jobs.table;

import java.util.Map;

/** Fills a row by column names, and refuses names that the schema lacks and rows that lack a value. Not thread-safe. */
public final class RowBuilder {

    private final TableSchema schema;
    private final Map<String, Integer> positions;
    private Object[] values;

    public RowBuilder(TableSchema schema) {
        this.schema = schema;
        this.positions = schema.positions();
        this.values = new Object[positions.size()];
    }

    /** Sets a column; {@code null} only for nullable ones, which are null anyway when they are not set. */
    public RowBuilder set(String column, Object value) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("table " + schema.name() + " has no column " + column);
        }
        values[position] = value;
        return this;
    }

    /** The finished row; the builder starts anew. */
    public Object[] build() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !schema.columns().get(i).nullable()) {
                throw new IllegalStateException("table " + schema.name() + ": no value for "
                        + schema.columns().get(i).name());
            }
        }
        Object[] row = values;
        values = new Object[row.length];
        return row;
    }
}
