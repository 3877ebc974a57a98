package org.babelmill.quality.score;

/**
 * How much of something is usual in a language, as a multiple of what is usual in Spanish: by this HPLT stretches its
 * limits.
 *
 * @param punctuation of punctuation marks per letter
 * @param digits of digits per letter
 * @param odd of odd characters per letter
 */
public record ScoreNorms(double punctuation, double digits, double odd) {

    /** Spanish itself. */
    public static final ScoreNorms SPANISH = new ScoreNorms(1, 1, 1);

    /** A language with ten times as much of something, or a tenth, is taken to have been measured wrong. */
    private static final double WIDEST = 10;

    public ScoreNorms {
        punctuation = bounded(punctuation);
        digits = bounded(digits);
        odd = bounded(odd);
    }

    private static double bounded(double ratio) {
        return ratio >= 1 / WIDEST && ratio <= WIDEST ? ratio : ratio > WIDEST ? WIDEST : 1 / WIDEST;
    }
}
