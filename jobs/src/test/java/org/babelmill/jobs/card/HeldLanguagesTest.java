package org.babelmill.jobs.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.cli.Main;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.spark.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldLanguagesTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aRunWhoseAlarmDoubtsWolof() throws IOException {
        RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), Sessions.storage());
        run.write(new StageRecord(RunStage.REPORT, "f", Map.of("held/wol_Latn", 3L, "flagged/deu_Latn", 1L), Map.of()));
        run.storage().mkdirs(run.path("shards"));
        run.storage()
                .write(
                        run.path("shards/manifest.json"),
                        RunDirectory.json(ReleaseManifest.of("0.1.0", "test", "f", List.of())));
        run.storage().write(run.path("shards/CHECKSUMS.sha256"), "");
        run.storage().write(run.path("shards/README.md"), "# test\n");
    }

    private int publish(String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "publish";
        args[1] = folder.resolve("run").toString();
        args[2] = folder.resolve("target").toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
    }

    @Test
    void aLanguageThatBehavesLikeAnotherIsNotPublished() {
        assertThat(publish()).isEqualTo(Main.GUARD);

        assertThat(err.toString()).contains("alarm: wol_Latn: 3 signs").doesNotContain("deu_Latn");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void whoLookedCanPublishItAnyway() {
        assertThat(publish("--despite-alarm", "wol_Latn")).isEqualTo(Main.DONE);

        assertThat(folder.resolve("target/manifest.json")).exists();
    }
}
