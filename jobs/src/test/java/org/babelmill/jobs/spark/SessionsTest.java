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
}
