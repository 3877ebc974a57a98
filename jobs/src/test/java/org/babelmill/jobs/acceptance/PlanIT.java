package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.babelmill.jobs.cli.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A plan from a columnar index, and a run that reads what it names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanIT {

    private static final String ENGLISH =
            "My aunt went to the harbour in the morning and counted the boats that had come home during the night. ";
    private static final String RUSSIAN =
            "Моя тётя утром пошла в гавань и пересчитала лодки, которые вернулись домой этой ночью вместе с рыбаками. ";

    private Path folder;
    private Path crawl;
    private Path index;
    private DuckDb whole;
    private DuckDb planned;
    private Program.Ended plan;

    @BeforeAll
    void planAndRun(@TempDir Path temporary) throws IOException, SQLException {
        folder = temporary;
        crawl = Files.createDirectory(folder.resolve("crawl"));
        for (int file = 0; file < 3; file++) {
            WarcFile archive = new WarcFile(true);
            for (int page = 0; page < 12; page++) {
                boolean russian = file < 2 && page % 6 == 2;
                archive.page(file + "-" + page, page(russian ? RUSSIAN : ENGLISH, file * 100 + page));
            }
            archive.write(crawl.resolve("part-" + file + ".warc.gz"), Integer.MAX_VALUE);
        }
        Path full = folder.resolve("full");
        assertThat(run("--input", crawl.toString(), "--output", full.toString()).code())
                .isZero();
        whole = new DuckDb(full);
        index = index(full);
        Path file = folder.resolve("russian.plan");
        plan = Program.run(
                "plan",
                "--index",
                index.toString(),
                "--languages",
                "rus_Cyrl",
                "--out",
                file.toString(),
                "--gap",
                "0",
                "--whole-share",
                "1",
                "--master",
                "local[2]");
        Path out = folder.resolve("out");
        Program.Ended ended = run(
                "--plan",
                file.toString(),
                "--set",
                "input.root=" + crawl,
                "--output",
                out.toString(),
                "--languages",
                "rus_Cyrl");
        assertThat(ended.code()).as(ended.err()).isZero();
        planned = new DuckDb(out);
    }

    private static Program.Ended run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--master", "local[2]", "--quiet"));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private static byte[] page(String sentence, int number) {
        StringBuilder html =
                new StringBuilder("<html><head><meta charset=utf-8><title>" + number + "</title></head><body>");
        for (int i = 0; i < 8; i++) {
            html.append("<p>")
                    .append(number * 10 + i)
                    .append(". ")
                    .append(sentence.repeat(2))
                    .append("</p>");
        }
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An index with Common Crawl's columns over what a whole run found. */
    private Path index(Path run) throws SQLException {
        Path target = folder.resolve("index.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select url, host as url_host_name, 200::smallint as fetch_status,"
                    + " 'text/html' as content_mime_detected,"
                    + " case when text like '%тётя%' then 'eng,rus' else 'eng' end as content_languages,"
                    + " file as warc_filename, \"offset\"::integer as warc_record_offset,"
                    + " length::integer as warc_record_length, 'warc' as subset from read_parquet('" + run
                    + "/documents/*.parquet')) to '" + target + "' (format parquet)");
        }
        return target;
    }

    @Test
    void the_plan_says_what_will_be_read() throws IOException {
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("pages       4,", "files       2, 0 of them read whole", "requests    4");
        assertThat(Files.readAllLines(folder.resolve("russian.plan")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("{\"file\":\"part-0.warc.gz\",\"spans\":[[");
    }

    @Test
    void the_planned_run_has_the_documents_of_the_whole_run_in_that_language() {
        String documents =
                "select id, sha256(text), file, \"offset\" from $documents where text like '%тётя%' order by id";
        assertThat(whole.rows(documents)).hasSize(4);
        assertThat(planned.rows(documents)).isEqualTo(whole.rows(documents));
    }

    @Test
    void the_planned_run_read_nothing_else() {
        assertThat(planned.count("select count(*) from $documents")).isEqualTo(4);
        assertThat(planned.count("select count(*) from $ledger where \"offset\" >= 0"))
                .isZero();
    }

    @Test
    void an_index_without_such_pages_is_said_to_have_none() {
        Program.Ended ended = Program.run(
                "plan",
                "--index",
                index.toString(),
                "--languages",
                "swh_Latn",
                "--master",
                "local[2]",
                "--out",
                folder.resolve("empty.plan").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--index", "names no page", "--hosts");
        assertThat(folder.resolve("empty.plan")).doesNotExist();
    }

    @Test
    void a_plan_for_other_files_is_refused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("wrong.plan"),
                "{\"babelmill-plan\":1}\n{\"file\":\"part-0.warc.gz\",\"spans\":[[0,999999999]]}\n");
        Program.Ended ended = run(
                "--plan",
                file.toString(),
                "--set",
                "input.root=" + crawl,
                "--output",
                folder.resolve("wrong").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("part-0.warc.gz", "999999999", "other files");
    }

    @Test
    void a_plan_that_leads_out_of_its_folder_is_refused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("out-of-it.plan"), "{\"babelmill-plan\":1}\n{\"file\":\"../a.warc.gz\"}\n");
        Program.Ended ended = run(
                "--plan", file.toString(), "--output", folder.resolve("nowhere").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("line 2", "../a.warc.gz");
    }
}
