package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.babelmill.jobs.cli.Program;
import org.babelmill.pipeline.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that finds notes of processes which died on a page goes on without that page, and keeps its bytes. */
class PoisonIT {

    private static final int GUARD = 3;

    @TempDir
    private Path folder;

    @Test
    void aPageThatKilledProcessesIsPutAsideWithItsBytes() throws IOException {
        WarcFile archive = new WarcFile(true).page("before", article("harbour"));
        int from = archive.size();
        archive.page("poison", article("valley"));
        int to = archive.size();
        archive.page("after", article("mountain")).write(folder.resolve("in.warc.gz"), Integer.MAX_VALUE);
        assertThat(run("--quiet").code()).isZero();
        Path out = folder.resolve("out");
        Path split = only(out.resolve("splits/documents"));
        Files.delete(split);
        Files.delete(out.resolve("stages/documents.json"));
        Path attempts = Files.createDirectories(out.resolve("attempts/documents"));
        Files.writeString(
                attempts.resolve(Sha256.hex("[0]").substring(0, 16) + "-" + split.getFileName()),
                "{\"at\": {\"key\": %d, \"alone\": true}, \"stretches\": [0], \"deaths\": {\"%d\": 1}}"
                        .formatted(from, from));

        // What follows from a stage that is not finished is not reused, and --overwrite lets it go.
        Program.Ended ended = run("--overwrite");

        assertThat(ended.code()).as(ended.err()).isEqualTo(GUARD);
        assertThat(ended.err()).contains("1 record could not be worked on and lies in");
        DuckDb tables = new DuckDb(out);
        assertThat(tables.strings("select record_id from $documents order by \"offset\""))
                .containsExactly("urn:test:before", "urn:test:after");
        assertThat(tables.strings("select record_id || ' ' || rule from $ledger"))
                .containsExactly("urn:test:poison process-killed");
        assertThat(Files.readAllBytes(only(out.resolve("quarantine"))))
                .isEqualTo(Arrays.copyOfRange(Files.readAllBytes(folder.resolve("in.warc.gz")), from, to));
        assertThat(out.resolve("attempts")).as("cleared at the end").doesNotExist();
    }

    private Program.Ended run(String option) {
        return Program.run(
                "run",
                "--input",
                folder.resolve("in.warc.gz").toString(),
                "--output",
                folder.resolve("out").toString(),
                "--master",
                "local[2]",
                option,
                "--set",
                "dedup.mode=off");
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .reduce((one, other) -> {
                        throw new AssertionError("more than one file: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    private static byte[] article(String about) {
        StringBuilder text =
                new StringBuilder("<html><head><meta charset=utf-8></head><body><main><h1>" + about + "</h1>");
        for (int i = 0; i < 12; i++) {
            text.append("<p>In paragraph ")
                    .append(i)
                    .append(" of her letter about the ")
                    .append(about);
            text.append(" my aunt describes what she saw there in the morning, and whom she met on the way.</p>");
        }
        return text.append("</main></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
