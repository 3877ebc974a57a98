package org.babelmill.jobs.run;

import java.util.List;
import java.util.Map;

/**
 * What one finished split left behind: the files that count, and what was counted. A file that no record names is left
 * over from a task that did not finish.
 *
 * @param ordinals of the files of the split's ranges, which the keys of documents are made of
 * @param files file name by table
 * @param counts counters by name
 * @param costNanos CPU nanoseconds by part of the work
 */
public record SplitRecord(
        List<Integer> ordinals, Map<String, String> files, Map<String, Long> counts, Map<String, Long> costNanos) {

    public SplitRecord {
        ordinals = List.copyOf(ordinals);
        files = Map.copyOf(files);
        counts = Map.copyOf(counts);
        costNanos = Map.copyOf(costNanos);
    }
}
