package org.babelmill.langid.ngram;

import java.util.List;

/**
 * Turns what is known about a decision into the probability that it is right: a logistic function of
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

    /** The calibration of the pack that ships. */
    public static Calibration standard() {
        return new Calibration(List.of(0.4651, 2.6125, -0.1487, -0.4148, 0.3481, 0.6178, 1.3969, -2.062));
    }

    /** The probability, from 0 to 1, that the best language is right. */
    public double probability(Evidence evidence) {
        double[] features = evidence.features();
        double sum = weights.get(0);
        for (int i = 0; i < features.length; i++) {
            sum += weights.get(i + 1) * features[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
