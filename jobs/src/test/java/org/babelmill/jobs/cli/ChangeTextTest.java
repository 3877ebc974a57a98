package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.babelmill.jobs.report.RunFixture;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code what-if} says of changes of which little or nothing comes. */
class ChangeTextTest {

    private static final Reason TOO_SHORT = Reason.of(Stage.QUALITY, "short-document", 3, Comparison.BELOW, 50);

    @TempDir
    private Path folder;

    /** A document that is kept, and a duplicate of it that is also too short. */
    private static RunFixture twin() {
        RunFixture run = new RunFixture();
        run.add("kept", "eng_Latn", "", "the one that stays", 100, List.of());
        Reason likeness = new Reason(Stage.DEDUP, "same-text", "kept", Comparison.EQUALS, "");
        run.add("twin", "eng_Latn", "", "a short twin", 3, List.of(likeness, TOO_SHORT));
        run.clustered("kept", "kept", "twin");
        return run;
    }

    private void write(RunFixture run) throws IOException {
        run.write(folder, 2);
    }

    private String whatIf(String setting) {
        Program.Ended ended = Program.run("what-if", folder.toString(), "--set", setting);
        assertThat(ended.code()).isZero();
        return ended.out();
    }

    @Test
    void a_language_that_gains_stands_alone_and_the_others_are_counted() throws IOException {
        RunFixture run = twin();
        run.add("short", "deu_Latn", "", "ein kurzer Text", 3, List.of(TOO_SHORT));
        write(run);
        assertThat(whatIf("quality.without=[short-document]"))
                .containsPattern("(?m)^deu_Latn +0 +1 +\\+1 ")
                .doesNotContainPattern("(?m)^eng_Latn")
                .contains("nothing changes in 1 other language\n")
                .doesNotContain("None of these");
    }

    @Test
    void documents_that_fail_less_and_still_too_much_are_explained() throws IOException {
        write(twin());
        assertThat(whatIf("quality.without=[short-document]"))
                .contains("in no language another document is kept\n")
                .containsPattern("(?m)^quality/short-document +1 +0 +-1 ")
                .contains("None of these documents is kept or dropped by it: they fail other rules too");
    }

    @Test
    void the_same_settings_are_said_to_be_the_same() throws IOException {
        write(twin());
        assertThat(Program.run("what-if", folder.toString()).err()).contains("the run's own settings", "--set");
    }

    @Test
    void nothing_at_all() throws IOException {
        write(twin());
        assertThat(whatIf("quality.rules.short-document=49"))
                .contains("in no language another document is kept\n", "no rule decides otherwise\n")
                .doesNotContain("other language");
    }
}
