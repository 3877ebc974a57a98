package org.babelmill.langid.fasttext;

import java.io.IOException;

/** The centroids of the parts of a quantised row. */
final class Quantiser {

    private static final int CENTROIDS = 256;

    private final int dimension;
    private final int count;
    private final int step;
    private final int last;
    private final float[] centroids;

    private Quantiser(int dimension, int count, int step, float[] centroids) {
        this.dimension = dimension;
        this.count = count;
        this.step = step;
        this.last = dimension - (count - 1) * step;
        this.centroids = centroids;
    }

    /** @param columns numbers that a row must have */
    static Quantiser read(FileInput in, int columns) throws IOException {
        int dimension = (int) in.within("quantised dimension", in.int32(), columns, columns);
        int count = (int) in.within("number of parts", in.int32(), 1, dimension);
        int step = (int) in.within("length of a part", in.int32(), 1, dimension);
        int last = (int) in.within("length of the last part", in.int32(), 1, step);
        in.within("length of all parts", (long) (count - 1) * step + last, dimension, dimension);
        return new Quantiser(dimension, count, step, in.floats("centroids", (long) dimension * CENTROIDS));
    }

    /** Numbers in a row. */
    int dimension() {
        return dimension;
    }

    /** Parts of a row. */
    int count() {
        return count;
    }

    /** Where in a row a part begins. */
    int start(int part) {
        return part * step;
    }

    /** Numbers in a part; the last may have fewer. */
    int length(int part) {
        return part == count - 1 ? last : step;
    }

    /** A number of a centroid. */
    float centroid(int part, int code, int i) {
        return centroids[part * CENTROIDS * step + code * length(part) + i];
    }
}
