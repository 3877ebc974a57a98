package org.babelmill.extract.features;

/** How much a word, given as a hash, speaks for content (above 0) or against it (below). */
@FunctionalInterface
public interface TokenWeights {

    /** The weight, or NaN for a word that nothing is known of. */
    float of(long token);
}
