package org.babelmill.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

    @Test
    void what_spark_writes_while_it_works_is_for_its_owner_alone() throws IOException {
        Path folder = Path.of(Sessions.ownFolder());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(Path.of(Sessions.ownFolder())).isNotEqualTo(folder);
    }

    @Test
    void executors_die_without_memory_and_are_optimised_late_unless_the_user_says_otherwise() {
        assertThat(Sessions.settings(Optional.empty()).get("spark.executor.defaultJavaOptions"))
                .contains("-XX:+ExitOnOutOfMemoryError", Sessions.OPTIMISE_LATE);
        System.setProperty("spark.executor.defaultJavaOptions", "-Xlog:gc");
        try {
            assertThat(Sessions.settings(Optional.empty()).get("spark.executor.defaultJavaOptions"))
                    .isEqualTo("-Xlog:gc");
        } finally {
            System.clearProperty("spark.executor.defaultJavaOptions");
        }
    }

    @Test
    void executors_ask_for_large_pages_where_java_knows_the_option() {
        assertThat(Sessions.executorOptions("Linux")).contains(Sessions.OPTIMISE_LATE, Sessions.HUGE_PAGES);
        assertThat(Sessions.executorOptions("Mac OS X"))
                .contains(Sessions.OPTIMISE_LATE)
                .doesNotContain(Sessions.HUGE_PAGES);
    }

    @Test
    void storage_settings_of_spark_submit_hold_before_there_is_a_session() {
        System.setProperty("spark.hadoop.fs.example.endpoint", "http://here");
        try {
            assertThat(Sessions.storage().get("fs.example.endpoint")).isEqualTo("http://here");
        } finally {
            System.clearProperty("spark.hadoop.fs.example.endpoint");
        }
    }
}
