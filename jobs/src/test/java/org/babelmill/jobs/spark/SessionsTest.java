package org.babelmill.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void storage_settings_of_spark_submit_hold_before_there_is_a_session() {
        System.setProperty("spark.hadoop.fs.example.endpoint", "http://here");
        try {
            assertThat(Sessions.storage().get("fs.example.endpoint")).isEqualTo("http://here");
        } finally {
            System.clearProperty("spark.hadoop.fs.example.endpoint");
        }
    }
}
