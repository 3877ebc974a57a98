package org.babelmill.jobs.run;

import java.util.Map;

/**
 * A finished stage.
 *
 * @param stage which
 * @param fingerprint hash of the settings, the input and the stage before: the same hash means the same result
 * @param work what a split's files follow from besides the split, by which the records of its splits are found;
 *     {@code null} in records of earlier versions of this program
 * @param counts what it counted, by name
 * @param cost CPU milliseconds by part of the work; measured, so different in every run
 * @param shuffleBytes bytes that its tasks wrote for other tasks to read; measured
 */
public record StageRecord(
        RunStage stage,
        String fingerprint,
        String work,
        Map<String, Long> counts,
        Map<String, Double> cost,
        long shuffleBytes) {

    public StageRecord {
        counts = Map.copyOf(counts);
        cost = Map.copyOf(cost);
    }

    /** A stage whose splits follow from all that it follows from, and whose shuffles were not measured. */
    public StageRecord(RunStage stage, String fingerprint, Map<String, Long> counts, Map<String, Double> cost) {
        this(stage, fingerprint, fingerprint, counts, cost, 0);
    }

    /** The same with what Spark measured. */
    public StageRecord measured(Map<String, Double> costs, long shuffled) {
        return new StageRecord(stage, fingerprint, work, counts, costs, shuffled);
    }

    /** A count, 0 when it was never counted. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
