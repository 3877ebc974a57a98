package org.babelmill.bench.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Values of features in at most 48 steps each, column by column. */
final class QuantisedTable {

    private static final int STEPS = 48;
    private static final int SAMPLE = 20_000;

    private final List<String> names;
    private final float[][] edges;
    private final byte[][] values;

    /**
     * @param names of the columns
     * @param columns values; entries may be longer than there are rows, and are set to null once they are read
     */
    QuantisedTable(List<String> names, float[][] columns, int rows) {
        this.names = List.copyOf(names);
        this.edges = new float[columns.length][];
        this.values = new byte[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            edges[c] = edges(columns[c], rows);
            values[c] = new byte[rows];
            for (int row = 0; row < rows; row++) {
                values[c][row] = (byte) bin(edges[c], columns[c][row]);
            }
            columns[c] = null;
        }
    }

    private static float[] edges(float[] column, int rows) {
        float[] sorted = new float[Math.min(rows, SAMPLE)];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = column[(int) ((long) i * rows / sorted.length)];
        }
        Arrays.sort(sorted);
        Set<Float> between = new TreeSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[i - 1]) {
                between.add(middle(sorted, i));
            }
        }
        if (between.size() >= STEPS) {
            between = quantiles(sorted);
        }
        float[] result = new float[between.size()];
        int i = 0;
        for (float edge : between) {
            result[i++] = edge;
        }
        return result;
    }

    private static Set<Float> quantiles(float[] sorted) {
        Set<Float> edges = new TreeSet<>();
        for (int step = 1; step < STEPS; step++) {
            int at = (int) ((long) step * sorted.length / STEPS);
            while (at > 0 && sorted[at - 1] == sorted[at]) {
                at--;
            }
            if (at > 0) {
                edges.add(middle(sorted, at));
            }
        }
        return edges;
    }

    private static float middle(float[] sorted, int at) {
        return (sorted[at] + sorted[at - 1]) / 2;
    }

    private static int bin(float[] edges, float value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > edges[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int columns() {
        return edges.length;
    }

    String name(int column) {
        return names.get(column);
    }

    /** Values between the steps, ascending. */
    float[] edges(int column) {
        return edges[column];
    }

    /** Step of every row: the number of edges below its value. */
    byte[] values(int column) {
        return values[column];
    }
}
