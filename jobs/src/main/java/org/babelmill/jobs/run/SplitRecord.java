package org.babelmill.jobs.run;

import java.util.List;
import java.util.Map;
import org.babelmill.jobs.input.InputSplit;

/**
 * What one finished split left behind: the files that count, and what was counted. A file that no record names is left
 * over from a task that did not finish.
 *
 * @param index of the split in the plan, which the names of its files begin with
 * @param ordinals of the files of the split's ranges, which the keys of documents are made of
 * @param files file name by table
 * @param counts counters by name
 * @param costNanos CPU nanoseconds by part of the work
 */
public record SplitRecord(
        int index,
        List<Integer> ordinals,
        Map<String, String> files,
        Map<String, Long> counts,
        Map<String, Long> costNanos) {

    public SplitRecord {
        ordinals = List.copyOf(ordinals);
        files = Map.copyOf(files);
        counts = Map.copyOf(counts);
        costNanos = Map.copyOf(costNanos);
    }

    /** Whether the files have the names and keys of a split, whose id is that of the record. */
    boolean isOf(InputSplit split) {
        return index == split.index() && ordinals.equals(split.ordinals());
    }
}
