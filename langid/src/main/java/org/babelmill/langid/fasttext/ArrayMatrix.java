package org.babelmill.langid.fasttext;

/** Floats in an array. */
final class ArrayMatrix implements Matrix {

    private final float[] values;
    private final long rows;
    private final int columns;

    ArrayMatrix(float[] values, long rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
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
        int at = (int) row * columns;
        for (int i = 0; i < columns; i++) {
            sum[i] += values[at + i];
        }
    }

    @Override
    public float dot(float[] vector, long row, float[] scratch) {
        return Vectors.dot(vector, values, (int) row * columns);
    }
}
