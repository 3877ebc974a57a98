package org.babelmill.jobs.run;

import java.util.Map;

/**
 * What one finished split left behind: the files that count, and what was counted. A file that no record names is left
 * over from a task that did not finish.
 *
 * @param files file name by table
 * @param counts counters by name
 * @param costNanos CPU nanoseconds by part of the work
 */
public record SplitRecord(Map<String, String> files, Map<String, Long> counts, Map<String, Long> costNanos) {

    public SplitRecord {
        files = Map.copyOf(files);
        counts = Map.copyOf(counts);
        costNanos = Map.copyOf(costNanos);
    }
}
