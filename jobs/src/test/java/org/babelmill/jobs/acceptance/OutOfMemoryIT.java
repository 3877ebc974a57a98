package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.babelmill.jobs.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program without enough memory ends, and says that it failed. */
class OutOfMemoryIT {

    @TempDir
    private Path folder;

    @Test
    void theProgramDiesOfItWithTheExitCodeOfAFailure() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Distribution.FOLDER.resolve("bin/babelmill").toString(), "sample", "--out", "out")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("BABELMILL_JAVA_OPTS", "-Xmx24m");
        Process program = builder.start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isEqualTo(Main.FAILED);
        assertThat(said).contains("Aborting due to java.lang.OutOfMemoryError");
    }
}
