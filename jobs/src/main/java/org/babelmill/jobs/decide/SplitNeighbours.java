package org.babelmill.jobs.decide;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.input.SplitPlanner;

/**
 * Which splits hold parts of the same file: what one of them finds, such as a host's robots.txt, holds for all.
 *
 * @param size how files were cut; pieces of a file that was cut so are found by cutting it again
 * @param planned by file, the splits that share a file that is read in planned stretches
 */
record SplitNeighbours(long size, Map<String, List<InputSplit>> planned) implements Serializable {

    SplitNeighbours {
        planned = Map.copyOf(planned);
    }

    /** The neighbours in a run. */
    static SplitNeighbours of(long size, List<InputSplit> splits) {
        SplitNeighbours none = new SplitNeighbours(size, Map.of());
        Map<String, List<InputSplit>> sharing = new HashMap<>();
        for (InputSplit split : splits) {
            if (none.pieces(split).isEmpty()) {
                split.ranges().stream()
                        .filter(SplitNeighbours::isPart)
                        .map(range -> range.file().name())
                        .distinct()
                        .forEach(file -> sharing.computeIfAbsent(file, name -> new ArrayList<>())
                                .add(split));
            }
        }
        sharing.values().removeIf(list -> list.size() < 2);
        return new SplitNeighbours(size, sharing);
    }

    /** All splits that hold parts of files of a split, itself among them when there are others. */
    Set<InputSplit> of(InputSplit split) {
        Set<InputSplit> found = new LinkedHashSet<>(pieces(split));
        for (Range range : split.ranges()) {
            found.addAll(planned.getOrDefault(range.file().name(), List.of()));
        }
        return found;
    }

    /** The pieces of the file that the split is a piece of; empty when it is none. */
    private List<InputSplit> pieces(InputSplit split) {
        Range first = split.ranges().get(0);
        if (!isPart(first)) {
            return List.of();
        }
        List<InputSplit> pieces = new SplitPlanner(size).plan(List.of(first.file()));
        return pieces.stream().anyMatch(piece -> piece.ranges().equals(split.ranges())) ? pieces : List.of();
    }

    private static boolean isPart(Range range) {
        return range.start() > 0 || range.end() < range.file().length();
    }
}
