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
import org.babelmill.pipeline.hash.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same input and settings give the same rows under the same ids, however the work is cut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameRowsIT {

    private static final List<String> TABLES =
            List.of("$documents", "$signals", "$ledger", "$clusters", "$decisions", "$data", "$removed");

    @TempDir
    Path folder;

    private List<Path> inputs;
    private String inOneGo;

    @BeforeAll
    void runInOneGo() throws IOException {
        inputs = EmbeddedSample.unpack(folder.resolve("in"));
        inOneGo = hash(run("one", 1, inputs));
    }

    @Test
    void three_partitions_give_the_same_rows() throws IOException {
        assertThat(hash(run("three", 3, inputs))).isEqualTo(inOneGo);
    }

    @Test
    void eight_partitions_and_another_order_of_the_input_give_the_same_rows() throws IOException {
        List<Path> reversed = new ArrayList<>(inputs);
        Collections.reverse(reversed);
        assertThat(hash(run("eight", 8, reversed))).isEqualTo(inOneGo);
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

    /** SHA-256 over all rows of all tables, each table's rows sorted. */
    private static String hash(Path run) {
        DuckDb tables = new DuckDb(run);
        StringBuilder text = new StringBuilder();
        for (String table : TABLES) {
            List<String> rows = new ArrayList<>(tables.strings("select cast(t as varchar) from " + table + " t"));
            assertThat(rows).as(table).isNotEmpty();
            Collections.sort(rows);
            text.append(table).append('\n').append(String.join("\n", rows)).append('\n');
        }
        return Sha256.hex(text.toString());
    }
}
