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

    /**
     * The calibration of the pack that ships: fitted on 82,766 decisions about text held out from training, 15 hundredths
     * of it, by weight, in languages held out altogether ({@code CalibrationFit} in the measuring programs).
     */
    public static Calibration standard() {
        return new Calibration(List.of(
                2.0652, 0.1239, 6.2015, -0.4693, -0.0773, -0.1818, 1.5807, -6.1017, 0.6980, 0.3037, -0.3057, 1.1369,
                -0.1747, 0.0118, 1.2898, -0.5177, -0.8802, -0.0484, 0.9354, 0.0711, -1.6820, 0.2471, -0.0836));
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
