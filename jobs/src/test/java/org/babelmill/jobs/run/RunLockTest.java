package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    private Path folder;

    @Test
    void aLivingRunKeepsAnotherOut() throws IOException {
        RunDirectory directory = RunDirectory.at(folder.toString(), new Configuration());
        try (RunLock held = RunLock.take(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> RunLock.take(directory))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("another run is at work here")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(folder.resolve("_lock")).doesNotExist();
    }

    @Test
    void aDeadRunOnThisMachineHoldsNothing() throws IOException {
        String host = InetAddress.getLocalHost().getHostName();
        Files.writeString(folder.resolve("_lock"), host + " 999999999 some-token\nbeat 4\n");

        try (RunLock taken = RunLock.take(RunDirectory.at(folder.toString(), new Configuration()))) {
            assertThat(taken).isNotNull();
            assertThat(Files.readString(folder.resolve("_lock"))).doesNotContain("999999999");
        }
    }
}
