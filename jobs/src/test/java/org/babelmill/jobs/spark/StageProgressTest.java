package org.babelmill.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.babelmill.jobs.spark.StageProgress.Progress;
import org.junit.jupiter.api.Test;

class StageProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private Console console(boolean quiet) {
        return Console.on(new PrintStream(printed, true, StandardCharsets.UTF_8), false, quiet);
    }

    private String line(Progress now, double seconds) {
        return new StageProgress("documents", () -> now, console(false)).line(now, seconds);
    }

    @Test
    void a_line_says_how_far_how_long_still_how_many_and_how_fast() {
        assertThat(line(new Progress(25, 100, 1_000, "1,000 documents, 7 dropped"), 40))
                .isEqualTo("documents   25 %  2 min 0 s left  1,000 documents, 7 dropped, 25 a second");
    }

    @Test
    void before_anything_is_known_no_time_is_promised() {
        assertThat(line(new Progress(0, 100, 0, "0 documents, 0 dropped"), 5))
                .isEqualTo("documents    0 %  0 documents, 0 dropped");
        assertThat(line(new Progress(0, 0, 0, "writing shards"), 5)).isEqualTo("documents   writing shards");
    }

    @Test
    void the_last_line_says_how_long_it_took_and_quiet_says_nothing() {
        StageProgress.start("dedup", () -> new Progress(0, 0, 0, "finding duplicates"), console(false))
                .close();
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("dedup       finding duplicates  in 0 s");

        printed.reset();
        StageProgress.start("dedup", () -> new Progress(0, 0, 0, "finding duplicates"), console(true))
                .close();
        assertThat(printed.size()).isZero();
    }
}
