package org.babelmill.jobs.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.run.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version shards have that are written anew. */
class VersionMemoryTest {

    @TempDir
    private Path folder;

    private VersionMemory memory;

    @BeforeEach
    void open() throws IOException {
        memory = new VersionMemory(RunDirectory.at(folder.toString(), new Configuration()));
    }

    private String written(String fingerprint) throws IOException {
        return written(fingerprint, "");
    }

    private String written(String fingerprint, String tombstones) throws IOException {
        return memory.numbered(ReleaseManifest.of("0", "name", fingerprint, List.of()), tombstones)
                .version();
    }

    @Test
    void shardsOfWhichNothingWasTakenBackAreTheFirstVersionHoweverOftenTheyAreWritten() throws IOException {
        assertThat(List.of(written("a"), written("b"))).containsOnly("1.0.0");
    }

    @Test
    void afterATakedownNoVersionComesTwice() throws IOException {
        memory.takenBack("2.0.0");

        assertThat(written("a")).isEqualTo("3.0.0");
        assertThat(written("a")).as("the same shards again").isEqualTo("3.0.0");
        assertThat(written("b")).isEqualTo("4.0.0");
        assertThat(written("b", "id\tff")).as("more is left out").isEqualTo("5.0.0");

        memory.takenBack("6.0.0");
        assertThat(written("b")).isEqualTo("7.0.0");
    }
}
