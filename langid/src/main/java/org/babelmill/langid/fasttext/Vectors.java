package org.babelmill.langid.fasttext;

/** Arithmetic on vectors, always in the same order, so that results do not depend on the machine. */
final class Vectors {

    private Vectors() {}

    /** The inner product of a vector and as many values from {@code at} on, in four sums that are added at the end. */
    static float dot(float[] vector, float[] values, int at) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < vector.length; i += 4) {
            a += vector[i] * values[at + i];
            b += vector[i + 1] * values[at + i + 1];
            c += vector[i + 2] * values[at + i + 2];
            d += vector[i + 3] * values[at + i + 3];
        }
        for (; i < vector.length; i++) {
            a += vector[i] * values[at + i];
        }
        return (a + b) + (c + d);
    }
}
