package org.babelmill.pipeline.config;

/**
 * How gently input files are read. Changes no row, so nothing is done again when it changes.
 *
 * @param requestsPerSecond input files that the whole job opens in a second at most, one request of the storage each; 0
 *     for as many as it can
 * @param retries how often a read that the storage failed is taken up again where it broke off, after pauses that double
 *     from a second to an hour; not on this machine's own disks
 */
public record StorageSettings(
        @Allowed(min = 0, max = 1_000_000) double requestsPerSecond,
        @Allowed(min = 0, max = 1000) int retries) {}
