package org.babelmill.langid.lingua;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/** Two columns that grow together: packed n-grams and their probabilities. */
final class Columns {

    private long[] grams = new long[1024];
    private double[] probabilities = new double[1024];
    private int size;

    void add(long gram, double probability) {
        if (size == grams.length) {
            grams = Arrays.copyOf(grams, size * 2);
            probabilities = Arrays.copyOf(probabilities, size * 2);
        }
        grams[size] = gram;
        probabilities[size++] = probability;
    }

    /** Sorts by n-gram. */
    void sort() {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        long[] keys = grams();
        LongArrays.radixSortIndirect(order, keys, true);
        double[] values = DoubleArrays.copy(probabilities, 0, size);
        for (int i = 0; i < size; i++) {
            grams[i] = keys[order[i]];
            probabilities[i] = values[order[i]];
        }
    }

    long[] grams() {
        return Arrays.copyOf(grams, size);
    }

    double[] probabilities() {
        return Arrays.copyOf(probabilities, size);
    }
}
