package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
        Files.writeString(folder.resolve("_lock"), deadRun());

        try (RunLock taken = RunLock.take(RunDirectory.at(folder.toString(), new Configuration()))) {
            assertThat(taken).isNotNull();
            assertThat(Files.readString(folder.resolve("_lock"))).doesNotContain("999999999");
        }
    }

    @Test
    void ofTwoNewcomersToADeadRunOneGoesOn() throws Exception {
        Files.writeString(folder.resolve("_lock"), deadRun());
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<RunLock> newcomer = () -> {
            together.await();
            return RunLock.take(RunDirectory.at(folder.toString(), new Configuration()));
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<RunLock> taken = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (Future<RunLock> end : threads.invokeAll(List.of(newcomer, newcomer))) {
            try {
                taken.add(end.get());
            } catch (ExecutionException e) {
                refused.add(e.getCause());
            }
        }
        threads.shutdown();

        assertThat(taken).hasSize(1);
        assertThat(refused).singleElement().isInstanceOf(UserError.class);
        assertThat(refused.get(0)).hasMessageContaining("another run is at work here (machine ");
        taken.get(0).close();
        assertThat(folder.resolve("_lock")).doesNotExist();
    }

    @Test
    void aHolderThatWasAsleepLeavesTheLockToTheRunThatTookItOver() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        String other = "elsewhere 17 another-token\nbeat 0\n";
        try (RunLock held = RunLock.take(RunDirectory.at(folder.toString(), new Configuration()))) {
            held.whenLost(told::complete);
            Files.writeString(folder.resolve("_lock"), other);

            assertThat(told.get(1, TimeUnit.MINUTES)).isEqualTo("machine elsewhere, process 17");
        }

        assertThat(folder.resolve("_lock")).hasContent(other);
    }

    private static String deadRun() throws IOException {
        return InetAddress.getLocalHost().getHostName() + " 999999999 some-token\nbeat 4\n";
    }
}
