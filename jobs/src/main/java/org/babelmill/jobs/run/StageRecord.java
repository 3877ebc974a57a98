package org.babelmill.jobs.run;

import java.util.Map;

/**
 * A finished stage.
 *
 * @param stage which
 * @param fingerprint hash of the settings, the input and the stage before: the same hash means the same result
 * @param counts what it counted, by name
 * @param cost CPU milliseconds by part of the work; measured, so different in every run
 */
public record StageRecord(RunStage stage, String fingerprint, Map<String, Long> counts, Map<String, Double> cost) {

    public StageRecord {
        counts = Map.copyOf(counts);
        cost = Map.copyOf(cost);
    }

    /** A count, 0 when it was never counted. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
