package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatatroveCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"real, '2,294 removed in 671 clusters'", "synth, '2,277 removed in 972 clusters'"})
    void theReferenceCollectionsLoseWhatDatatroveTakesFromThem(String set, String expected) throws IOException {
        Path input = SharedData.require("data/dedup-" + set + "-dev.jsonl.gz");

        assertThat(datatrove(input, "ours")).as(err.toString()).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains(expected);
    }

    @Test
    void aComparisonCountsWhatIsTheSameAndEndsWithThreeWhenNotAllIs() throws IOException {
        String text = "the ferry leaves the harbour every morning at seven and returns in the evening";
        Path input = folder.resolve("docs.jsonl");
        Files.writeString(input, """
                {"id": "a", "text": "%s"}
                {"id": "b", "text": "short"}
                {"id": "c", "text": "%s"}
                """.formatted(text, text), StandardCharsets.UTF_8);
        datatrove(input, "theirs");

        assertThat(datatrove(
                        input, "ours", "--compare", folder.resolve("theirs").toString()))
                .as(out.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "2 documents with a signature, 1 removed in 1 clusters",
                        "signatures (.sig) 28 ours 28 theirs 28 the same",
                        "pairs (.dups) 14 ours 14 theirs 14 the same",
                        "removed (.remove) 1 ours 1 theirs 1 the same",
                        "cluster sizes (.sizes) 2 ours 2 theirs 2 the same");

        Files.write(folder.resolve("theirs/remove_ids/000000.remove"), new byte[] {0, 0, 0, 0});

        assertThat(datatrove(
                        input, "ours", "--compare", folder.resolve("theirs").toString()))
                .isEqualTo(Main.GUARD);
        assertThat(out.toString().replaceAll(" +", " ")).contains("removed (.remove) 1 ours 1 theirs 0 the same");
    }

    private int datatrove(Path input, String output, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {
                    "datatrove",
                    "--input",
                    input.toString(),
                    "--output",
                    folder.resolve(output).toString()
                },
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
