package org.babelmill.pipeline.config;

/**
 * Near-duplicate detection by MinHash.
 *
 * @param mode how candidates become clusters
 * @param ngram words in a shingle
 * @param bands number of bands
 * @param rows hashes in a band
 * @param seed of the permutations
 * @param threshold estimated Jaccard similarity from which a candidate pair is a duplicate, in {@code verified} mode
 */
public record DedupSettings(
        Mode mode,
        @Allowed(min = 1, max = 64) int ngram,
        @Allowed(min = 1, max = 256) int bands,
        @Allowed(min = 1, max = 64) int rows,
        @Allowed(min = 0, max = Integer.MAX_VALUE) int seed,
        @Allowed(min = 0, max = 1) double threshold) {

    /** What makes a pair a pair of duplicates. */
    public enum Mode {
        /** No near-duplicate detection. */
        OFF,
        /** Any shared band, as datatrove and FineWeb2 do. */
        FINEWEB,
        /** A shared band and an estimated similarity of at least the threshold. */
        VERIFIED
    }
}
