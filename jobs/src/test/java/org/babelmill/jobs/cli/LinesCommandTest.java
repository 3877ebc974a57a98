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
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TextsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Four hosts have the notice, five pages of one host its menu, and each page a line of its own. */
    @Test
    void linesOfTooManyHostsOrPagesGoAndTheLedgerSaysFromWhere() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int host = 0; host < 4; host++) {
            lines.append(line(
                    "n" + host,
                    "h" + host + ".example",
                    "Own text " + word(host) + "\\nALL rights reserved 20" + host + "\\n\\n. . ."));
        }
        for (int page = 0; page < 5; page++) {
            lines.append(line("m" + page, "menu.example", "Home, News\\nStory of " + word(page)));
        }
        lines.append(line("empty", "menu.example", "HOME news"));
        Path input = Files.writeString(folder.resolve("docs.jsonl"), lines, StandardCharsets.UTF_8);
        Path output = folder.resolve("out");

        int code = Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "lines",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--master",
                "local[2]",
                "--set",
                "lines.hosts=3",
                "--set",
                "lines.pages=5");

        assertThat(code).as(err.toString()).isEqualTo(Main.DONE);
        assertThat(out.toString())
                .contains("9 documents, 1 in the ledger", "10 lines went, 2 different ones; 9 documents stay");
        List<String> texts = rows(TextsTable.SCHEMA, output).stream()
                .map(row -> row[0] + ": " + row[4] + " -" + row[5])
                .toList();
        assertThat(texts)
                .contains("n1: Own text b\n\n. . . -1", "m4: Story of e -1")
                .hasSize(9);
        List<String> ledger = rows(LedgerTable.SCHEMA, output).stream()
                .map(row -> String.join(" ", (String) row[3], (String) row[5], (String) row[7], (String) row[8]))
                .toList();
        assertThat(ledger)
                .contains("n1 lines common-lines 1", "empty record no-line-left 1")
                .hasSize(10);
    }

    private static String word(int number) {
        return String.valueOf((char) ('a' + number));
    }

    private static String line(String id, String host, String text) {
        return "{\"id\": \"%s\", \"url\": \"https://%s/%s\", \"text\": \"%s\"}\n".formatted(id, host, id, text);
    }

    private static List<Object[]> rows(TableSchema schema, Path output) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        List<Path> files;
        try (var found = Files.list(output.resolve(schema.name()))) {
            files = found.filter(f -> f.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (TableReader reader =
                    TableReader.open(schema, new org.apache.hadoop.fs.Path(file.toUri()), new Configuration())) {
                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row.clone());
                }
            }
        }
        return rows;
    }
}
