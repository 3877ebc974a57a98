package org.babelmill.jobs.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.babelmill.jobs.input.InputSplit.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitPlannerTest {

    @Property
    void splitsCoverEveryByteOnceInOrder(
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 1000) Long> lengths,
            @ForAll @LongRange(min = 1, max = 400) long size) {
        List<InputFile> files = files(lengths);

        List<InputSplit> splits = new SplitPlanner(size).plan(files);

        List<String> covered = new ArrayList<>();
        for (InputSplit split : splits) {
            assertThat(split.bytes()).isLessThanOrEqualTo(size);
            for (Range range : split.ranges()) {
                for (long at = range.start(); at < range.end(); at++) {
                    covered.add(range.file().name() + "@" + at);
                }
            }
        }
        List<String> expected = new ArrayList<>();
        for (InputFile file : files) {
            for (long at = 0; at < file.length(); at++) {
                expected.add(file.name() + "@" + at);
            }
        }
        assertThat(covered).isEqualTo(expected);
    }

    @Test
    void compressedLinesAreNotCut() {
        InputFile file = new InputFile(0, "a.jsonl.gz", "file:/a.jsonl.gz", InputKind.JSONL, 1000, 0);

        assertThat(new SplitPlanner(10).plan(List.of(file))).hasSize(1);
    }

    @Test
    void theIdFollowsTheContentNotThePosition() {
        InputFile file = new InputFile(0, "a.warc.gz", "file:/a.warc.gz", InputKind.ARCHIVE, 100, 7);
        Range range = new Range(file, 0, 100);

        assertThat(new InputSplit(0, List.of(range)).id()).isEqualTo(new InputSplit(5, List.of(range)).id());
        assertThat(new InputSplit(0, List.of(new Range(file, 0, 50))).id())
                .isNotEqualTo(new InputSplit(0, List.of(range)).id());
    }

    /** Three thousand files of a third to a half of a split, of which one in the middle goes. */
    @Test
    void aFileThatGoesChangesTheSplitsOfItsNeighboursAlone() {
        List<InputFile> files = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            files.add(new InputFile(i, "shard-" + i + ".jsonl.gz", "file:/" + i, InputKind.JSONL, 85 + i % 40, 7));
        }
        List<InputFile> fewer = new ArrayList<>();
        for (InputFile file : files) {
            if (file.ordinal() != 1500) {
                fewer.add(file.withOrdinal(fewer.size()));
            }
        }

        Set<String> before = ids(new SplitPlanner(250).plan(files));
        Set<String> after = ids(new SplitPlanner(250).plan(fewer));

        int splits = after.size();
        after.removeAll(before);
        assertThat(splits).isGreaterThan(1500);
        assertThat(after).hasSizeBetween(1, 20);
    }

    private static Set<String> ids(List<InputSplit> splits) {
        return splits.stream().map(InputSplit::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<InputFile> files(List<Long> lengths) {
        List<InputFile> files = new ArrayList<>();
        for (long length : lengths) {
            int i = files.size();
            files.add(new InputFile(i, i + ".warc.gz", "file:/" + i, InputKind.ARCHIVE, length, 0));
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        "268435456, 20000000000, 268435456",
        "268435456, 1073741824, 33554432",
        "268435456, 1500000000, 33554432",
        "268435456, 36000000, 8388608",
        "8192, 36000000, 8192"
    })
    void smallInputsAreCutIntoEnoughPiecesForSomeCoresAndNoneIsLargerThanAllowed(long most, long total, long size) {
        assertThat(SplitPlanner.size(most, total)).isEqualTo(size);
    }
}
