package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.babelmill.jobs.release.ReleaseFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release of somebody else may name files that are not its own: it is refused before any file is touched. */
class HostileReleaseTest {

    @TempDir
    private static Path folder;

    private static Path release;
    private static Path outside;
    private static String honest;

    @BeforeAll
    static void write() throws IOException {
        release = folder.resolve("release");
        ReleaseFixture.small(release);
        honest = Files.readString(release.resolve("manifest.json"));
        outside = Files.writeString(folder.resolve("outside.parquet"), "not part of it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.parquet",
                "data/../../outside.parquet",
                "/etc/passwd",
                "data//train.parquet",
                "./train.parquet",
                "file:/etc/passwd",
                "data\\\\..\\\\outside.parquet",
                ""
            })
    void a_manifest_that_leads_out_of_its_folder(String path) throws IOException {
        int start = honest.indexOf("\"data/");
        String first = honest.substring(start, honest.indexOf('"', start + 1) + 1);
        Files.writeString(release.resolve("manifest.json"), honest.replace(first, '"' + path + '"'));
        Path list = Files.writeString(folder.resolve("urls.txt"), "http://site.example/\n");

        for (List<String> command : List.of(
                List.of("publish", release.toString(), folder.resolve("copy").toString()),
                List.of("verify", release.toString()),
                List.of("jsonl", release.toString(), "--output", folder.resolve("lines").toString()),
                List.of("takedown", release.toString(), "--urls", list.toString()))) {
            Program.Ended ended = Program.run(command.toArray(String[]::new));
            assertThat(ended.code()).as("%s: %s", command.get(0), ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("manifest.json", "no path below the folder");
        }
        assertThat(outside).hasContent("not part of it");
        assertThat(folder.resolve("copy")).doesNotExist();
    }
}
