package org.babelmill.extract.features;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known of every block of a page, column by column. Columns are declared once, by name; then the table is filled
 * for page after page. Columns that nobody wants share one place that nobody reads. Not thread-safe.
 *
 * <p>Values are kept as {@link #key keys}, integers in the same order: compilers turn loops that compare integers into
 * vector instructions, but not yet those that compare floating-point numbers.
 */
public final class FeatureTable {

    /** The column of everything that is not wanted. */
    static final int UNWANTED = 0;

    private static final int MAX_KEPT = 1 << 14;

    private final Predicate<String> wanted;
    private final List<String> names = new ArrayList<>();
    private int[][] columns = {new int[0]};
    private int rows;

    /** @param wanted which columns are kept, by name */
    public FeatureTable(Predicate<String> wanted) {
        this.wanted = requireNonNull(wanted, "wanted");
        this.names.add("");
    }

    /** Declares a column and returns its number. */
    public int declare(String name) {
        if (!wanted.test(name)) {
            return UNWANTED;
        }
        names.add(name);
        columns = Arrays.copyOf(columns, names.size());
        columns[names.size() - 1] = new int[0];
        return names.size() - 1;
    }

    /** Begins a page; the values are those of the page before until they are set. */
    public void begin(int newRows) {
        rows = newRows;
        int size = columns[UNWANTED].length;
        if (size < newRows || (size > MAX_KEPT && newRows < MAX_KEPT)) {
            int next = Math.max(newRows, Math.min(size * 2, MAX_KEPT));
            Arrays.setAll(columns, i -> new int[next]);
        }
    }

    /** Sets one value. */
    public void set(int column, int row, double value) {
        columns[column][row] = key((float) value);
    }

    /** Sets one value, given its {@link #key}. */
    void setKey(int column, int row, int key) {
        columns[column][row] = key;
    }

    /** Sets every value of a column. */
    public void fill(int column, double value) {
        Arrays.fill(columns[column], 0, rows, key((float) value));
    }

    /** Keys of a column's values, one a block; longer than there are blocks. */
    public int[] keys(int column) {
        return columns[column];
    }

    /** A value. */
    public float value(int column, int row) {
        int key = columns[column][row];
        return Float.intBitsToFloat(key ^ ((key >> 31) & Integer.MAX_VALUE));
    }

    /** A number that is above another's exactly where the value is above the other's; both zeros have the same. */
    public static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /**
     * The number of a column.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index <= 0) {
            throw new IllegalArgumentException("no feature " + name);
        }
        return index;
    }

    /** Names of the columns by their numbers; the first, empty, is that of everything unwanted. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Number of blocks. */
    public int rows() {
        return rows;
    }
}
