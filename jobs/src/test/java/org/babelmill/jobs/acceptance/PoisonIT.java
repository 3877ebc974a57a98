package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose work the program does not survive: killed there again and again, it goes on without that page. */
class PoisonIT {

    private static final int GUARD = 3;

    @TempDir
    private Path folder;

    @Test
    void aPageThatKillsTheProgramIsPutAsideWithItsBytes() throws Exception {
        // Takes seconds, so that the program can be killed in the middle of it.
        byte[] poison = "<p>a".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII);
        WarcFile archive = new WarcFile(true).page("before", article("harbour"));
        int from = archive.size();
        archive.page("poison", poison);
        int to = archive.size();
        archive.page("after", article("mountain")).write(folder.resolve("in.warc.gz"), Integer.MAX_VALUE);

        killWhenItSays("\"key\" : 0,");
        killWhenItSays("\"key\" : " + from + ",");
        killWhenItSays("\"key\" : " + from + ",");
        assertThat(start().waitFor()).as(log()).isEqualTo(GUARD);

        assertThat(log()).contains("1 record could not be worked on and lies in");
        DuckDb tables = new DuckDb(folder.resolve("out"));
        assertThat(tables.strings("select record_id from $documents order by \"offset\""))
                .containsExactly("urn:test:before", "urn:test:after");
        assertThat(tables.strings("select record_id || ' ' || rule from $ledger"))
                .containsExactly("urn:test:poison process-killed");
        try (Stream<Path> files = Files.list(folder.resolve("out/quarantine"))) {
            List<Path> aside =
                    files.filter(f -> f.toString().endsWith(".warc.gz")).toList();
            assertThat(aside).hasSize(1);
            assertThat(Files.readAllBytes(aside.get(0)))
                    .isEqualTo(Arrays.copyOfRange(Files.readAllBytes(folder.resolve("in.warc.gz")), from, to));
        }
    }

    /** Kills the program when the file of its attempt names a place. */
    private void killWhenItSays(String place) throws IOException, InterruptedException {
        Process program = start();
        while (program.isAlive() && !attempt().contains(place)) {
            Thread.sleep(10);
        }
        assertThat(program.isAlive()).as(log()).isTrue();
        program.destroyForcibly().waitFor();
    }

    private String attempt() throws IOException {
        Path attempts = folder.resolve("out/attempts/documents");
        if (!Files.exists(attempts)) {
            return "";
        }
        try (Stream<Path> files = Files.list(attempts)) {
            Optional<Path> file = files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .findFirst();
            return file.isEmpty() ? "" : Files.readString(file.get());
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Distribution.FOLDER.resolve("bin/babelmill").toString(),
                        "run",
                        "--input",
                        folder.resolve("in.warc.gz").toString(),
                        "--output",
                        folder.resolve("out").toString(),
                        "--set",
                        "extract.max-nodes=10000000",
                        "--set",
                        "dedup.mode=off")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
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
