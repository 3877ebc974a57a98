package org.babelmill.langid.ngram;

import java.util.List;

/**
 * Turns what is known about a decision into the probability that it is right, give or take a close language: a logistic function of
 * {@link Evidence#features()}, fitted on decisions about text that the tables had not seen.
 *
 * @param weights the intercept, then one weight for each feature
 */
public record Calibration(List<Double> weights) {

    public Calibration {
        weights = List.copyOf(weights);
        if (weights.size() != Evidence.FEATURES + 1) {
            throw new IllegalArgumentException(
                    "a calibration has " + (Evidence.FEATURES + 1) + " weights, not " + weights.size());
        }
    }

    /**
     * The calibration of the pack that ships: fitted on 83,000 decisions about text held out from training, weighted so that
     * three eighths of it are in languages held out altogether ({@code CalibrationFit} in {@code bench}, share 0.375).
     */
    public static Calibration standard() {
        return new Calibration(List.of(
                -0.0542, -0.2185, 8.4933, -0.1793, -1.6965, 0.6501, 1.8097, -1.169, 0.6366, 0.2121, 1.062, -0.3011,
                -0.1176, -0.0866, 0.7844, 0.0709, 0.0198, 0.5526, -1.265, -0.9657));
    }

    /** The probability, from 0 to 1, that the best language is right or one that is close to it. */
    public double probability(Evidence evidence) {
        double[] features = evidence.features();
        double sum = weights.get(0);
        for (int i = 0; i < features.length; i++) {
            sum += weights.get(i + 1) * features[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
