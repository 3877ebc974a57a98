package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same input and settings give the same rows under the same ids, however the work is cut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameRowsIT {

    private Path folder;

    private List<Path> inputs;
    private String inOneGo;

    @BeforeAll
    void runInOneGo(@TempDir Path temporary) throws IOException {
        folder = temporary;
        inputs = EmbeddedSample.unpack(folder.resolve("in"));
        inOneGo = TableHash.of(run("one", 1, inputs));
    }

    @Test
    void three_partitions_give_the_same_rows() throws IOException {
        assertThat(TableHash.of(run("three", 3, inputs))).isEqualTo(inOneGo);
    }

    @Test
    void eight_partitions_and_another_order_of_the_input_give_the_same_rows() throws IOException {
        List<Path> reversed = new ArrayList<>(inputs);
        Collections.reverse(reversed);
        assertThat(TableHash.of(run("eight", 8, reversed))).isEqualTo(inOneGo);
    }

    /** A run whose input is cut into about so many splits, on two threads. */
    private Path run(String name, int partitions, List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        Path output = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("run", "--input"));
        files.forEach(f -> arguments.add(f.toString()));
        arguments.addAll(List.of(
                "--output", output.toString(), "--master", partitions == 1 ? "local[1]" : "local[2]", "--quiet"));
        arguments.addAll(List.of("--set", "input.split-size=" + (bytes / partitions + 1)));
        Program.Ended ended = Program.run(arguments.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        try (var parts = Files.list(output.resolve("documents"))) {
            assertThat(parts.filter(p -> p.toString().endsWith(".parquet")).count())
                    .isGreaterThanOrEqualTo(partitions);
        }
        return output;
    }
}
