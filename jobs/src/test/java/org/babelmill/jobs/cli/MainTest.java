package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.security.AccessControlException;
import org.babelmill.jobs.UserError;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void aStorageThatRefusesIsAMatterOfCredentialsAndNoDefect() {
        IOException refused = new AccessDeniedException("s3a://bucket/crawl", null, "no AWS credentials");
        assertThat(Main.mistake(new UncheckedIOException(refused)).orElseThrow().lines())
                .containsExactly(
                        "access denied: s3a://bucket/crawl: no AWS credentials",
                        "credentials come from Hadoop's providers: core-site.xml in HADOOP_CONF_DIR, the environment, or what"
                                + " the machine has");
        assertThat(Main.mistake(new AccessControlException("Permission denied: user=x")))
                .contains("access denied: Permission denied: user=x");
        assertThat(Main.mistake(new AccessDeniedException("/root"))).contains("access denied: /root");
    }

    @Test
    void theCauseThatNamesTheMistakeIsFoundAndAnythingElseIsNone() {
        assertThat(Main.mistake(new IllegalStateException(new UserError("--input x: no such file"))))
                .contains("--input x: no such file");
        assertThat(Main.mistake(new IllegalStateException(new IOException("disk full"))))
                .isEmpty();
    }
}
