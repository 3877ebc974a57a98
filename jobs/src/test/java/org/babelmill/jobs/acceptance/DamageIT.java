package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.babelmill.jobs.cli.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One run over a folder of broken archives: each fault has a row with file, offset and reason, and nothing else is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamageIT {

    private static final int ALL = Integer.MAX_VALUE;

    private Path folder;
    private Path input;
    private Program.Ended ended;
    private DuckDb tables;

    @BeforeAll
    void runOverBrokenArchives(@TempDir Path temporary) throws IOException {
        folder = temporary;
        input = Files.createDirectory(folder.resolve("in"));
        WarcFile twoPages = new WarcFile(true).page("a", article(1));
        int second = twoPages.size();
        twoPages.page("b", article(2));
        int third = twoPages.size();
        twoPages.page("c", article(3));
        twoPages.write(input.resolve("broken-off.warc.gz"), third + 200);
        twoPages.writeDamaged(input.resolve("flipped.warc.gz"), (second + third) / 2);
        new WarcFile(false)
                .page("a", article(4))
                .raw("GARBAGE/9.9 this is no record\r\n\r\nat all\r\n".getBytes(StandardCharsets.US_ASCII))
                .page("b", article(5))
                .write(input.resolve("bad-header.warc"), ALL);
        new WarcFile(false)
                .page("a", article(6), -40)
                .page("b", article(7))
                .page("c", article(8), 17)
                .page("d", article(9))
                .write(input.resolve("wrong-length.warc"), ALL);
        new WarcFile(true)
                .page("a", "<p>x</p>".repeat(120_000).getBytes(StandardCharsets.US_ASCII))
                .page("b", article(10))
                .write(input.resolve("too-large.warc.gz"), ALL);
        byte[] deep = ("<div>".repeat(100_000) + new String(article(11), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        byte[] undecodable = article(12);
        undecodable[undecodable.length / 2] = (byte) 0xff;
        undecodable[undecodable.length / 2 + 1] = (byte) 0xfe;
        new WarcFile(true)
                .page("deep", deep)
                .page("undecodable", undecodable)
                .page("after", article(13))
                .write(input.resolve("hostile.warc.gz"), ALL);
        Path run = folder.resolve("out");
        ended = Program.run(
                "run",
                "--input",
                input.toString(),
                "--output",
                run.toString(),
                "--master",
                "local[2]",
                "--quiet",
                "--set",
                "input.max-record-size=600000",
                "--set",
                "input.split-size=1 MiB");
        tables = new DuckDb(run);
    }

    /** An article that no other one resembles. */
    private static byte[] article(int number) {
        StringBuilder text = new StringBuilder("<html><head><meta charset=utf-8><title>Letter " + number
                + "</title></head><body><main><h1>Letter number " + number + "</h1>");
        for (int i = 0; i < 12; i++) {
            text.append("<p>In paragraph ")
                    .append(number * 100 + i)
                    .append(" of letter ")
                    .append(number)
                    .append(" my aunt describes visit ")
                    .append(number * 31 + i * 7)
                    .append(" to the harbour, where she counted ")
                    .append(number * 17 + i * 13)
                    .append(" boats and ate crème brûlée at the café with those that she liked best.</p>");
        }
        return text.append("</main></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> documents(String file) {
        return tables.strings("select record_id from $documents where file = '" + file + "' order by \"offset\"");
    }

    private List<String> rules(String file) {
        return tables.strings(
                "select rule from $ledger where file = '" + file + "' and \"offset\" >= 0 order by \"offset\"");
    }

    @Test
    void the_run_ends_with_the_guard_of_unreadable_files() {
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err()).contains("could not be read to the end");
    }

    @Test
    void a_file_that_breaks_off_gives_what_came_before() {
        assertThat(documents("broken-off.warc.gz")).containsExactly("urn:test:a", "urn:test:b");
        assertThat(rules("broken-off.warc.gz")).isNotEmpty();
    }

    @Test
    void a_corrupt_member_costs_its_record_only() {
        assertThat(documents("flipped.warc.gz")).contains("urn:test:a", "urn:test:c");
        assertThat(rules("flipped.warc.gz")).isNotEmpty();
    }

    @Test
    void after_bytes_that_are_no_record_the_next_record_is_found() {
        assertThat(documents("bad-header.warc")).containsExactly("urn:test:a", "urn:test:b");
        assertThat(rules("bad-header.warc")).isNotEmpty();
    }

    @Test
    void a_wrong_length_costs_one_record_at_most() {
        assertThat(documents("wrong-length.warc")).contains("urn:test:b");
        assertThat(rules("wrong-length.warc")).isNotEmpty();
    }

    @Test
    void a_record_above_the_limit_is_put_aside() {
        assertThat(documents("too-large.warc.gz")).containsExactly("urn:test:b");
        assertThat(rules("too-large.warc.gz")).containsExactly("record-size");
    }

    @Test
    void a_page_nested_100_000_deep_is_read_or_has_a_reason_and_the_next_is_read() {
        assertThat(documents("hostile.warc.gz")).endsWith("urn:test:after");
        assertThat(documents("hostile.warc.gz").size()
                        + rules("hostile.warc.gz").size())
                .isEqualTo(3);
    }

    @Test
    void undecodable_bytes_are_replaced_and_counted() {
        assertThat(documents("hostile.warc.gz")).contains("urn:test:undecodable");
        assertThat(tables.count("select replaced_characters from $documents where record_id = 'urn:test:undecodable'"))
                .isPositive();
    }
}
