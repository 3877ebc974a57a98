package org.babelmill.langid.fasttext;

import java.io.IOException;

/**
 * Rows stored by product quantisation (Jégou, Douze, Schmid 2011): each part of a row is one of 256 centroids, and its
 * length may be stored apart. Small matrices are unpacked when they are read.
 */
final class QuantisedMatrix implements Matrix {

    /** Matrices of up to so many numbers are unpacked: 256 MiB. */
    private static final long UNPACKED = 1 << 26;

    private final long rows;
    private final byte[] codes;
    private final Quantiser parts;
    private final byte[] normCodes;
    private final Quantiser norms;

    private QuantisedMatrix(long rows, byte[] codes, Quantiser parts, byte[] normCodes, Quantiser norms) {
        this.rows = rows;
        this.codes = codes;
        this.parts = parts;
        this.normCodes = normCodes;
        this.norms = norms;
    }

    static Matrix read(FileInput in) throws IOException {
        boolean normed = in.bool();
        long rows = in.within("rows", in.int64(), 0, in.left());
        long columns = in.within("columns", in.int64(), 1, 1 << 16);
        byte[] codes = in.bytes("codes", in.int32());
        Quantiser parts = Quantiser.read(in, (int) columns);
        in.within("number of codes", codes.length, rows * parts.count(), rows * parts.count());
        byte[] normCodes = normed ? in.bytes("codes of lengths", rows) : null;
        Quantiser norms = normed ? Quantiser.read(in, 1) : null;
        QuantisedMatrix packed = new QuantisedMatrix(rows, codes, parts, normCodes, norms);
        return rows * columns <= UNPACKED ? packed.unpacked() : packed;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public int columns() {
        return parts.dimension();
    }

    @Override
    public void addTo(float[] sum, long row, float[] scratch) {
        get((int) row, scratch, 0);
        for (int i = 0; i < columns(); i++) {
            sum[i] += scratch[i];
        }
    }

    @Override
    public float dot(float[] vector, long row, float[] scratch) {
        get((int) row, scratch, 0);
        return Vectors.dot(vector, scratch, 0);
    }

    private void get(int row, float[] target, int at) {
        float norm = norms == null ? 1 : norms.centroid(0, normCodes[row] & 0xFF, 0);
        for (int part = 0; part < parts.count(); part++) {
            int code = codes[row * parts.count() + part] & 0xFF;
            for (int i = 0; i < parts.length(part); i++) {
                target[at + parts.start(part) + i] = norm * parts.centroid(part, code, i);
            }
        }
    }

    private Matrix unpacked() {
        float[] values = new float[(int) (rows * columns())];
        for (int row = 0; row < rows; row++) {
            get(row, values, row * columns());
        }
        return new ArrayMatrix(values, rows, columns());
    }
}
