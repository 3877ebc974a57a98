package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.report.RunFixture;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on finished shards, and what they refuse. */
class ReleaseCommandsTest {

    @TempDir
    private Path folder;

    private Path shards;

    @BeforeEach
    void shards() throws IOException {
        shards = folder.resolve("run/shards");
        new ReleaseFixture(shards, 50)
                .file("eng_Latn", "train", 12)
                .file("eng_Latn", "removed", 3)
                .finish();
    }

    private Program.Ended run(String command, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = command;
        arguments[1] = shards.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Program.run(arguments);
    }

    @Test
    void json_lines_tell_kept_from_removed_and_leave_other_files_alone() throws IOException {
        Path lines = folder.resolve("lines");

        Program.Ended first = run("jsonl", "--output", lines.toString());

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("12 lines in " + lines + "/data\n", "3 lines of documents that filters removed in " + lines);
        Path other = Files.writeString(lines.resolve("data/deu_Latn.jsonl.zst"), "{}");
        Program.Ended refused = run("jsonl", "--output", lines.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--output " + lines, "--overwrite");
        assertThat(run("jsonl", "--output", lines.toString(), "--overwrite").code())
                .isZero();
        assertThat(other).doesNotExist();
        assertThat(run("jsonl", "--output", shards.toString(), "--overwrite").err())
                .contains("holds something else");
        assertThat(run("verify").code()).as("shards are never replaced").isZero();
    }

    @Test
    void a_takedown_names_what_goes_and_ends_with_3_where_an_entry_means_nothing() throws IOException {
        Path ids = Files.writeString(folder.resolve("ids.txt"), "eng_Latn-train-4\nnobody\n");

        Program.Ended ended = run("takedown", "--ids", ids.toString(), "--dry-run");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .startsWith("would remove 1 document in 1 row group of 1 file\n")
                .contains("eng_Latn-train-4   data/eng_Latn/train-00000-of-00001.parquet");
        assertThat(ended.err()).contains("nothing in the shards is of nobody");
        assertThat(run("takedown", "--urls", "https://example.org/").err()).contains("it is a file with one entry");
    }

    @Test
    void shards_older_than_the_decisions_are_neither_verified_nor_published() throws IOException {
        RunDirectory directory = RunFixture.standard().write(folder.resolve("run"), 2);
        directory.forget(RunStage.SHARD);
        for (Program.Ended ended : new Program.Ended[] {
            run("verify"), run("publish", folder.resolve("target").toString())
        }) {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("older than the run's decisions", "babelmill shard ");
        }
        assertThat(folder.resolve("target")).doesNotExist();
    }
}
