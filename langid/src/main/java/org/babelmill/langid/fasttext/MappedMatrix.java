package org.babelmill.langid.fasttext;

import java.nio.FloatBuffer;

/** Floats where they lie in the file; the operating system keeps them in memory once for all processes. */
final class MappedMatrix implements Matrix {

    private final FloatBuffer[] segments;
    private final long rows;
    private final int columns;
    private final int rowsInSegment;

    MappedMatrix(FloatBuffer[] segments, long rows, int columns) {
        this.segments = segments;
        this.rows = rows;
        this.columns = columns;
        this.rowsInSegment = FileInput.rowsInSegment(columns);
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void addTo(float[] sum, long row, float[] scratch) {
        get(row, scratch);
        for (int i = 0; i < columns; i++) {
            sum[i] += scratch[i];
        }
    }

    @Override
    public float dot(float[] vector, long row, float[] scratch) {
        get(row, scratch);
        return Vectors.dot(vector, scratch, 0);
    }

    private void get(long row, float[] target) {
        segments[(int) (row / rowsInSegment)].get((int) (row % rowsInSegment) * columns, target, 0, columns);
    }
}
