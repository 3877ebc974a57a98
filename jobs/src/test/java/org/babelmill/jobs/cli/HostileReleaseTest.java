package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.babelmill.jobs.release.ReleaseFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of somebody else may name files that are not its own: it is refused before any file is touched. */
class HostileReleaseTest {

    @TempDir
    private Path folder;

    private Path release;
    private Path outside;

    @BeforeEach
    void write() throws IOException {
        release = folder.resolve("release");
        ReleaseFixture.small(release);
        outside = Files.writeString(folder.resolve("outside.parquet"), "not part of it");
    }

    @Test
    void a_manifest_that_leads_out_of_its_folder() throws IOException {
        Path manifest = release.resolve("manifest.json");
        String honest = Files.readString(manifest);
        int start = honest.indexOf("\"data/");
        String first = honest.substring(start, honest.indexOf('"', start + 1) + 1);
        Files.writeString(manifest, honest.replace(first, "\"data/../../outside.parquet\""));
        Path list = Files.writeString(folder.resolve("urls.txt"), "http://site.example/\n");

        for (List<String> command : List.of(
                List.of("publish", release.toString(), folder.resolve("copy").toString()),
                List.of("verify", release.toString()),
                List.of(
                        "jsonl",
                        release.toString(),
                        "--output",
                        folder.resolve("lines").toString()),
                List.of("takedown", release.toString(), "--urls", list.toString()))) {
            Program.Ended ended = Program.run(command.toArray(String[]::new));
            assertThat(ended.code()).as("%s: %s", command.get(0), ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("manifest.json", "no path below the folder");
        }
        assertThat(outside).hasContent("not part of it");
        assertThat(folder.resolve("copy")).doesNotExist();
    }
}
