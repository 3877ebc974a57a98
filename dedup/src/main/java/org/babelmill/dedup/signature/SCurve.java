package org.babelmill.dedup.signature;

/**
 * What banding finds: two documents of Jaccard similarity s share at least one band with probability
 * 1 - (1 - s^rows)^bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, section 3.4).
 *
 * @param bands number of bands
 * @param rows minima in a band
 */
public record SCurve(int bands, int rows) {

    /** The probability that a pair of this similarity, from 0 to 1, shares a band. */
    public double probability(double similarity) {
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }

    /** The similarity whose pairs share a band with this probability, from 0 to 1. */
    public double similarity(double probability) {
        return Math.pow(1 - Math.pow(1 - probability, 1.0 / bands), 1.0 / rows);
    }
}
