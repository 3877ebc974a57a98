package org.babelmill.langid.ngram;

import java.util.stream.IntStream;

/**
 * What speaks for a decision.
 *
 * @param margin by how much the best language beats the next, in log10 per word
 * @param cost mean cost of a word in the best language, in -log10; 0 would be certainty, the penalty is "never seen"
 * @param known share of words that some language has in its word table, from 0 to 1
 * @param own share of words that the best language has in its word table, from 0 to 1
 * @param words words that were looked at
 * @param length mean length of those words, in chars, from 1: of a language with long words fewer are in its tables
 * @param experience how much text the best language was trained on, see {@link #experience(long)}: of one that was trained
 *     on little, little is in its tables
 * @param rivalExperience how much text the next language was trained on; 0 where there is none
 */
public record Evidence(
        double margin,
        double cost,
        double known,
        double own,
        int words,
        double length,
        double experience,
        double rivalExperience) {

    /** Words that are longer on average are keys or text without its spaces; their length must speak for no language. */
    private static final double MAX_LENGTH = 12;

    /** How many features there are. */
    static final int FEATURES = 21;

    /** Of nearly all texts; a logarithm takes as long as to look up a word. */
    private static final double[] SIZES =
            IntStream.range(0, 1024).mapToDouble(Evidence::size).toArray();

    private static double size(int words) {
        return StrictMath.log(1.0 + words);
    }

    /** Of a language that was trained on so many words: log10 of how many times 100,000 they are, at least of a thousandth. */
    static double experience(long trained) {
        return StrictMath.log10((double) Math.max(100, trained)) - 5;
    }

    /** The inputs of a {@link Calibration}; a new array. */
    public double[] features() {
        double size = words < SIZES.length ? SIZES[words] : size(words);
        double capped = Math.max(0, Math.min(margin, 1.0));
        double typical = Math.min(length, MAX_LENGTH);
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
            Math.sqrt(capped),
            typical,
            typical * own,
            typical * cost,
            rivalExperience,
            rivalExperience * capped
        };
    }
}
