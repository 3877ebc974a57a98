package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.tombstone.Tombstones;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main job over documents that are text already: JSON lines and Parquet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextRunIT {

    private static final Tombstones EARLIER = Tombstones.none().plus(Map.of("host", Set.of("gone.example")));

    private Path run;
    private Program.Ended ended;
    private DuckDb tables;

    @BeforeAll
    void runOverTexts(@TempDir Path folder) throws IOException, SQLException {
        Path input = Files.createDirectory(folder.resolve("in"));
        Files.writeString(
                input.resolve("lines.jsonl"),
                line("letter-1", letter(1)) + line("letter-2", letter(2).replace("café", "cafÃ©")) + "{\"id\": 5\n"
                        + line("", letter(3)));
        parquet(input.resolve("rows.parquet"), letter(4));
        Path plan = Files.writeString(folder.resolve("long.yaml"), """
                name: long
                description: Short texts go.
                rules:
                  - name: short
                    description: Drops short texts.
                    metric: chars
                    drop: below
                    threshold: 10
                """);
        Path stones = Files.writeString(folder.resolve("earlier.txt"), EARLIER.text());
        run = folder.resolve("out");
        ended = Program.run(
                "run",
                "--input",
                input.toString(),
                "--output",
                run.toString(),
                "--master",
                "local[2]",
                "--quiet",
                "--json",
                "--set",
                "quality.profile=" + plan,
                "--set",
                "quality.rules.short=12",
                "--set",
                "takedown.tombstones=[" + stones + "]");
        tables = new DuckDb(run);
    }

    private static String line(String id, String text) {
        return "{\"id\": \"" + id + "\", \"url\": \"https://letters.example/" + id + "\", \"text\": \"" + text
                + "\"}\n";
    }

    private static void parquet(Path file, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select 'row-1' as id, '" + text + "' as text) to '" + file + "' (format parquet)");
        }
    }

    /** A text that no other one resembles. */
    private static String letter(int number) {
        String who = List.of("my aunt", "our teacher", "the miller", "old Anna").get(number - 1);
        String where = List.of("harbour", "market", "station", "theatre").get(number - 1);
        String what = List.of("boats", "apples", "trains", "chairs").get(number - 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append("On day ").append(number * 100 + i).append(' ').append(who);
            text.append(" went to the ").append(where).append(" and counted ").append(number * 17 + i * 13);
            text.append(' ')
                    .append(what)
                    .append(" before tea at the café with ")
                    .append(who)
                    .append(". ");
        }
        return text.toString().strip();
    }

    @Test
    void every_text_becomes_a_document_with_the_id_it_came_with() {
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(tables.strings("select id from $documents where id like 'letter%' or id like 'row%' order by id"))
                .containsExactly("letter-1", "letter-2", "row-1");
        assertThat(tables.count("select count(*) from $documents")).isEqualTo(4);
    }

    @Test
    void a_text_without_an_id_gets_one_from_its_place() {
        assertThat(tables.strings("select id from $documents where length(id) = 32"))
                .hasSize(1);
    }

    @Test
    void a_line_that_is_no_json_is_in_the_ledger() {
        assertThat(tables.rows("select file, rule from $ledger where \"offset\" >= 0"))
                .containsExactly(List.of("lines.jsonl", "json"));
    }

    @Test
    void text_that_was_decoded_twice_is_mended_before_anything_looks_at_it() {
        assertThat(tables.count("select repaired_places from $documents where id = 'letter-2'"))
                .isEqualTo(12);
        assertThat(tables.strings("select text from $documents where id = 'letter-2'"))
                .containsExactly(letter(2));
    }

    @Test
    void the_end_is_said_to_programs_too() throws IOException {
        JsonNode summary = new ObjectMapper().readTree(ended.out());
        assertThat(summary.path("records").asLong()).isEqualTo(5);
        assertThat(summary.path("kept").asLong()).isEqualTo(4);
        assertThat(summary.path("steps").get(0).path("rules").path("json").asLong())
                .isEqualTo(1);
        assertThat(summary.path("alarms")).isEmpty();
    }

    @Test
    void the_texts_are_in_the_shards_of_their_language() {
        assertThat(tables.strings("select distinct language || '_' || language_script from $data"))
                .containsExactly("eng_Latn");
        assertThat(tables.count("select count(*) from $data")).isEqualTo(4);
    }

    @Test
    void the_release_says_its_rules_as_they_were_applied_and_what_it_honours() throws IOException {
        assertThat(Files.readString(run.resolve("shards/README.md")))
                .contains("Plan `long.yaml`", "- `short`: removed when `chars` below 12\n");
        assertThat(run.resolve("shards/tombstones.txt")).hasContent(EARLIER.text());
    }
}
