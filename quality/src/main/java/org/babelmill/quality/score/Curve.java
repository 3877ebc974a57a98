package org.babelmill.quality.score;

/** A piecewise linear function through given points, constant beyond the first and the last. Immutable. */
final class Curve {

    private final double[] xs;
    private final double[] ys;

    private Curve(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** The function through {@code (x, y)} pairs with rising x: {@code of(3, 10, 5, 7, 10, 0)}. */
    static Curve of(double... pairs) {
        double[] xs = new double[pairs.length / 2];
        double[] ys = new double[pairs.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = pairs[2 * i];
            ys[i] = pairs[2 * i + 1];
        }
        return new Curve(xs, ys);
    }

    /** The value at x. */
    double at(double x) {
        return at(x, 1);
    }

    /** The value at x of the function stretched along x by a factor. */
    double at(double x, double stretch) {
        int last = xs.length - 1;
        if (x <= xs[0] * stretch) {
            return ys[0];
        }
        for (int i = 1; i <= last; i++) {
            double right = xs[i] * stretch;
            if (x <= right) {
                double left = xs[i - 1] * stretch;
                return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - left) / (right - left);
            }
        }
        return ys[last];
    }

    /** The smallest x of the given points. */
    double start() {
        return xs[0];
    }
}
