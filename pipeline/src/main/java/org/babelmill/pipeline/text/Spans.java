package org.babelmill.pipeline.text;

import java.util.Arrays;

/**
 * A growing list of stretches of a text, as pairs of UTF-16 offsets in reading order. Made to be filled, read and filled
 * again without garbage; belongs to one thread.
 */
public final class Spans {

    private int[] starts;
    private int[] ends;
    private int size;

    public Spans() {
        starts = new int[256];
        ends = new int[256];
    }

    /** Empties the list and keeps its memory. */
    public void clear() {
        size = 0;
    }

    /** Appends the stretch from {@code start} (inclusive) to {@code end} (exclusive). */
    public void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** How many stretches there are. */
    public int size() {
        return size;
    }

    /** First offset of stretch {@code i}. */
    public int start(int i) {
        return starts[i];
    }

    /** Offset after stretch {@code i}. */
    public int end(int i) {
        return ends[i];
    }
}
