package org.babelmill.langid.fasttext;

import java.io.IOException;

/** Rows of floats. Immutable. */
interface Matrix {

    long rows();

    int columns();

    /**
     * Adds a row to a sum.
     *
     * @param scratch room for one row
     */
    void addTo(float[] sum, long row, float[] scratch);

    /**
     * The inner product of a row and a vector.
     *
     * @param scratch room for one row
     */
    float dot(float[] vector, long row, float[] scratch);

    /** Reads a matrix; what is not quantised is mapped, not loaded. */
    static Matrix read(FileInput in, boolean quantised) throws IOException {
        if (quantised) {
            return QuantisedMatrix.read(in);
        }
        long rows = in.within("rows", in.int64(), 0, Long.MAX_VALUE / 8);
        int columns = (int) in.within("columns", in.int64(), 1, 1 << 16);
        in.within("rows", rows, 0, in.left() / 4 / columns);
        return new MappedMatrix(in.map(rows, columns), rows, columns);
    }
}
