package org.babelmill.pipeline.config;

/**
 * How often documents are repeated.
 *
 * @param rehydration rule that turns a cluster's size into copies
 * @param maxRepetitions most copies of one document
 */
public record BalanceSettings(
        Rehydration rehydration,
        @Allowed(min = 1, max = 1000) int maxRepetitions) {

    /** Where the weights come from. */
    public enum Rehydration {
        /** One copy of everything. */
        NONE,
        /** FineWeb2's fixed table of cluster sizes. */
        TABLE,
        /** FineWeb2's algorithm over this run's own removal rates, for each language. */
        COMPUTED
    }
}
