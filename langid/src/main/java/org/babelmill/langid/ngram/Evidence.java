package org.babelmill.langid.ngram;

/**
 * What speaks for a decision.
 *
 * @param margin by how much the best language beats the next, in log10 per word
 * @param cost mean cost of a word in the best language, in -log10; 0 would be certainty, the penalty is "never seen"
 * @param known share of words that some language has in its word table, from 0 to 1
 * @param own share of words that the best language has in its word table, from 0 to 1
 * @param words words that were looked at
 */
public record Evidence(double margin, double cost, double known, double own, int words) {

    /** How many features there are. */
    static final int FEATURES = 7;

    /** The inputs of a {@link Calibration}. */
    double[] features() {
        double size = StrictMath.log(1.0 + words);
        double capped = Math.min(margin, 1.0);
        return new double[] {margin, capped, cost, size, capped * size, known, own};
    }
}
