package org.babelmill.langid.train;

import static java.util.Objects.requireNonNull;

import org.babelmill.langid.ngram.Calibration;

/**
 * How a pack is trained.
 *
 * @param limits how many features a language keeps
 * @param penalty cost, in -log10, of a feature that a language does not have; HeLI's own value is 7
 * @param step resolution of stored values, in log10
 * @param minWords languages with less counted text, and no table, are left out
 * @param tableShare what share a derived table has where there is counted text of the language too, from 0 to 1
 * @param handicap log10 units taken from a language for each factor of ten by which its text falls short of
 *     {@link #AMPLE_WORDS}, so that a language known from a few pages does not take text from well-known ones
 * @param calibration turns scores into probabilities
 */
public record TrainingSettings(
        FeatureTable.Limits limits,
        double penalty,
        double step,
        long minWords,
        double tableShare,
        double handicap,
        Calibration calibration) {

    /** From so many words on a language has no handicap. */
    public static final long AMPLE_WORDS = 1_000_000;

    public TrainingSettings {
        requireNonNull(limits, "limits");
        requireNonNull(calibration, "calibration");
        if (minWords < 1 || tableShare < 0 || tableShare > 1 || handicap < 0) {
            throw new IllegalArgumentException("training: min words " + minWords + " (1 or more), table share "
                    + tableShare + " (0 to 1), handicap " + handicap + " (0 or more)");
        }
    }

    /** The settings of the pack that ships. */
    public static TrainingSettings standard() {
        return new TrainingSettings(
                new FeatureTable.Limits(20_000, 20_000), 7, 1 / 32.0, 300, 0.7, 0.3, Calibration.standard());
    }

    /** The handicap of a language with so many words of text. */
    double prior(long words) {
        double shortage = StrictMath.log10((double) AMPLE_WORDS / Math.max(1, words));
        return -handicap * Math.max(0, shortage);
    }
}
