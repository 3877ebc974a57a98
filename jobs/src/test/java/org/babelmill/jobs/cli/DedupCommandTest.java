package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.export.TableExport;
import org.babelmill.jobs.export.TextFormat;
import org.babelmill.jobs.table.ClustersTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DedupCommandTest {

    private static final String LONG =
            "The ferry leaves the harbour every morning at seven and returns late in the evening when the tide is high";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path input;

    @BeforeEach
    void write() throws IOException {
        input = folder.resolve("docs.jsonl");
        Files.writeString(input, """
                {"id": "a", "text": "%s"}
                {"id": "b", "text": "%s."}
                {"id": "c", "text": "Not found"}
                {"id": "d", "text": "NOT FOUND"}
                {"id": "e", "text": "Something else is written here, and nobody has copied it so far"}
                {"id": "f"}
                """.formatted(LONG, LONG), StandardCharsets.UTF_8);
    }

    @Test
    void duplicatesAreFoundWithIdsAsGivenAndChangesOfTheIndexAreReported() throws IOException {
        Path output = folder.resolve("out");

        assertThat(babelmill("dedup", "--input", input.toString(), "--output", output.toString()))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("5 documents, 1 in the ledger", "2 duplicates (40.0 %) in 2 clusters, 3 documents stay");
        assertThat(clusters(output)).containsExactly("a\ta\t0", "b\ta\t1", "c\tc\t1", "d\tc\t0");

        Path index = folder.resolve("index");
        assertThat(babelmill("index", "add", index.toString(), "--run", output.toString(), "--snapshot", "one"))
                .as(err.toString())
                .isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("5 documents, 2 duplicates in 2 clusters; 0 that gave way before stay now, 2 give way");
        Path ids = Files.writeString(folder.resolve("ids"), "# one\nb\nnobody\n");
        assertThat(babelmill("index", "forget", index.toString(), "--ids", ids.toString()))
                .isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("4 documents, 1 duplicates in 1 clusters; 1 that gave way before stay now, 0 give way");
        assertThat(err.toString()).contains("nothing in the index is of nobody").doesNotContain("of b\n");
        assertThat(list(index)).isEqualTo(Main.DONE);
        assertThat(out.toString())
                .containsPattern("\none +1 +4\n")
                .contains("1 snapshot, 4 documents, dedup.mode verified");
        assertThat(list(folder)).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("has no index.json");
    }

    /** Texts of which half is boilerplate, where every common band joins: one cluster swallows them all. */
    @Test
    void aClusterThatSwallowsUnlikeTextsEndsWithTheGuardsExitCode() throws IOException {
        StringBuilder lines = new StringBuilder();
        String notice = words(0, 60);
        for (int i = 1; i <= 30; i++) {
            lines.append("{\"id\": \"n" + i + "\", \"text\": \"" + notice + words(i, 60) + "\"}\n");
        }
        Path texts = Files.writeString(folder.resolve("notices.jsonl"), lines);
        Path output = folder.resolve("swallowed");
        List<String> arguments =
                new ArrayList<>(List.of("dedup", "--input", texts.toString(), "--output", output.toString()));
        for (String setting : List.of("mode=fineweb", "bands=64", "rows=2", "guard.size=20", "guard.share=0.1")) {
            arguments.addAll(List.of("--set", "dedup." + setting));
        }

        assertThat(babelmill(arguments.toArray(String[]::new)))
                .as(err.toString())
                .isEqualTo(Main.GUARD);
        assertThat(err + out.toString()).contains("1 cluster takes a large part of a language", "dedup.guard");
        assertThat(Files.readString(output.resolve("dedup-report.json"))).contains("swallowing");

        arguments.addAll(List.of("--overwrite", "--set", "dedup.guard.similarity=0.1"));
        assertThat(babelmill(arguments.toArray(String[]::new)))
                .as(err.toString())
                .isEqualTo(Main.DONE);
    }

    /** Words that no other number has. */
    private static String words(int number, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append("w").append((char) ('a' + number % 26)).append((char) ('a' + number / 26));
            words.append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ');
        }
        return words.toString();
    }

    @Test
    void aDryRunTouchesNothing() {
        Path output = folder.resolve("out");

        assertThat(babelmill("dedup", "--input", input.toString(), "--output", output.toString(), "--dry-run"))
                .isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("signatures to do", "dedup      to do");
        assertThat(output).doesNotExist();
    }

    @Test
    void modeOffIsNoDuplicateDetection() {
        int code = babelmill(
                "dedup",
                "--input",
                input.toString(),
                "--output",
                folder.resolve("out").toString(),
                "--set",
                "dedup.mode=off");

        assertThat(code).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("dedup.mode: off");
    }

    /** Without a session, so without the option for one. */
    private int list(Path index) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "index", "list", index.toString());
    }

    private int babelmill(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--dry-run")) {
            all.addAll(List.of("--master", "local[2]"));
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private static List<String> clusters(Path output) throws IOException {
        List<String> lines = new ArrayList<>();
        TableExport export = TableExport.of(ClustersTable.SCHEMA, List.of("id", "cluster", "keep"), TextFormat.TSV);
        List<org.apache.hadoop.fs.Path> files;
        try (var found = Files.list(output.resolve("clusters"))) {
            files = found.filter(f -> f.toString().endsWith(".parquet"))
                    .sorted()
                    .map(f -> new org.apache.hadoop.fs.Path(f.toUri()))
                    .toList();
        }
        StringWriter text = new StringWriter();
        export.write(files, new Configuration(), new PrintWriter(text));
        text.toString().lines().forEach(lines::add);
        return lines;
    }
}
