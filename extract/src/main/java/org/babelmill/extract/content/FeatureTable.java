package org.babelmill.extract.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is known of every block of a page, column by column. Columns are declared once, by name; then the table is filled
 * for page after page. Not thread-safe.
 */
public final class FeatureTable {

    private final List<String> names = new ArrayList<>();
    private float[][] columns = new float[0][];
    private int rows;

    /** Declares a column and returns its number. */
    int declare(String name) {
        names.add(name);
        columns = Arrays.copyOf(columns, names.size());
        columns[names.size() - 1] = new float[0];
        return names.size() - 1;
    }

    /** Begins a page; the values are those of the page before until they are set. */
    void begin(int newRows) {
        rows = newRows;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].length < newRows) {
                columns[i] = new float[Math.max(newRows, columns[i].length * 2)];
            }
        }
    }

    void set(int column, int row, double value) {
        columns[column][row] = (float) value;
    }

    /** Values of a column, one a block; longer than there are blocks. */
    public float[] column(int column) {
        return columns[column];
    }

    /** Names of the columns. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Number of blocks. */
    public int rows() {
        return rows;
    }
}
