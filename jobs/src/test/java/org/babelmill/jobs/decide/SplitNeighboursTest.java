package org.babelmill.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.PlannedFile.Span;
import org.babelmill.jobs.input.SplitPlanner;
import org.junit.jupiter.api.Test;

class SplitNeighboursTest {

    private static final long SIZE = 100;

    private static InputFile file(int ordinal, long length) {
        String name = ordinal + ".warc.gz";
        return new InputFile(ordinal, name, "file:/" + name, InputKind.ARCHIVE, length, 0);
    }

    @Test
    void pieces_of_a_file_that_was_cut_are_neighbours() {
        List<InputSplit> splits = new SplitPlanner(SIZE).plan(List.of(file(0, 250), file(1, 50)));
        SplitNeighbours neighbours = SplitNeighbours.of(SIZE, splits);
        assertThat(neighbours.of(splits.get(1)))
                .extracting(InputSplit::ranges)
                .containsExactly(
                        splits.get(0).ranges(),
                        splits.get(1).ranges(),
                        splits.get(2).ranges());
        assertThat(neighbours.of(splits.get(3))).isEmpty();
        assertThat(neighbours.planned()).isEmpty();
    }

    @Test
    void planned_stretches_of_a_file_in_several_splits_are_neighbours() {
        InputFile first = file(0, 1000);
        InputFile second = file(1, 1000);
        List<InputSplit> splits = new SplitPlanner(SIZE)
                .plan(
                        List.of(first, second),
                        Map.of(
                                first.name(), List.of(new Span(0, 60), new Span(500, 560)),
                                second.name(), List.of(new Span(10, 40), new Span(900, 990))));
        assertThat(splits).hasSize(3);
        SplitNeighbours neighbours = SplitNeighbours.of(SIZE, splits);
        assertThat(neighbours.of(splits.get(0))).containsExactly(splits.get(0), splits.get(1));
        assertThat(neighbours.of(splits.get(1))).containsExactlyInAnyOrderElementsOf(splits);
        assertThat(neighbours.of(splits.get(2))).containsExactly(splits.get(1), splits.get(2));
    }
}
