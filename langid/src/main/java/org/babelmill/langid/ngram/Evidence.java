package org.babelmill.langid.ngram;

/**
 * What speaks for a decision.
 *
 * @param margin by how much the best language beats the next, in log10 per word
 * @param cost mean cost of a word in the best language, in -log10; 0 would be certainty, the penalty is "never seen"
 * @param known share of words that some language has in its word table, from 0 to 1
 * @param own share of words that the best language has in its word table, from 0 to 1
 * @param words words that were looked at
 * @param trained words that the best language was trained on: of one that was trained on little, little is in its tables
 */
public record Evidence(double margin, double cost, double known, double own, int words, long trained) {

    /** How many features there are. */
    static final int FEATURES = 16;

    /** The inputs of a {@link Calibration}. */
    double[] features() {
        double size = StrictMath.log(1.0 + words);
        double capped = Math.max(0, Math.min(margin, 1.0));
        double experience = StrictMath.log10((double) Math.max(100, trained)) - 5;
        return new double[] {
            margin,
            capped,
            cost,
            size,
            capped * size,
            known,
            own,
            experience,
            experience * own,
            experience * cost,
            own * size,
            cost * size,
            experience * experience,
            capped * own,
            capped * cost,
            Math.sqrt(capped)
        };
    }
}
