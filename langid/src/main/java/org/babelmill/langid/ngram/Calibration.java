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
     * The calibration of the pack that ships: fitted on 82,766 decisions about text held out from training, a sixth of it,
     * by weight, in languages held out altogether ({@code CalibrationFit} in the measuring programs).
     */
    public static Calibration standard() {
        return new Calibration(List.of(
                0.2273, -0.2320, 7.8375, -0.3679, 0.3036, -0.2770, 3.5700, -6.5434, 0.8168, 0.0730, -0.2995, 0.5589,
                -0.2526, 0.0895, 0.7162, -0.8005, -0.9341, 1.0553, -4.2858, 0.9458, 0.9820, 0.0373, 0.5865, 0.0421,
                -0.6853, 0.2455, -0.0292));
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
