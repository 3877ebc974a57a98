package org.babelmill.jobs.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.babelmill.jobs.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReadsTest {

    private static final int LENGTH = 10_000;
    private static final String DENIED = "denied";

    @TempDir
    private Path folder;

    private final Configuration hadoop = new Configuration();
    private final List<Duration> pauses = new ArrayList<>();
    private byte[] bytes;
    private Path path;

    @BeforeEach
    void write() throws IOException {
        hadoop.set("fs.frail.impl", Frail.class.getName());
        hadoop.setBoolean("fs.frail.impl.disable.cache", true);
        bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        path = Files.write(folder.resolve("a.warc.gz"), bytes);
    }

    /** This machine's files behind a storage whose streams break off after some bytes. */
    public static final class Frail extends RawLocalFileSystem {

        /** Bytes that one request gives before it fails; negative for all. */
        static final String GIVES = "frail.gives";

        @Override
        public URI getUri() {
            return URI.create("frail:///");
        }

        @Override
        public String getScheme() {
            return "frail";
        }

        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path file, int buffer) throws IOException {
            int gives = getConf().getInt(GIVES, -1);
            if (getConf().getBoolean(DENIED, false)) {
                throw new AccessDeniedException(file.toString());
            }
            if (gives == 0) {
                throw new IOException("503 Slow Down");
            }
            FSDataInputStream all = super.open(file, buffer);
            return gives < 0 ? all : new FSDataInputStream(new Broken(all, gives));
        }
    }

    private static final class Broken extends org.apache.hadoop.fs.FSInputStream {

        private final FSDataInputStream in;
        private int left;

        private Broken(FSDataInputStream in, int gives) {
            this.in = in;
            this.left = gives;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("Connection reset");
            }
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("Connection reset");
            }
            int n = in.read(buffer, offset, Math.min(left, length));
            left -= Math.max(0, n);
            return n;
        }

        @Override
        public void seek(long position) throws IOException {
            in.seek(position);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long target) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private InputFile file(String scheme) throws IOException {
        return new InputFile(
                0,
                "a.warc.gz",
                scheme + "://" + path,
                InputKind.ARCHIVE,
                Files.size(path),
                Files.getLastModifiedTime(path).toMillis());
    }

    private InputReads reads(RequestBudget budget, int retries) {
        return new InputReads(hadoop, budget, retries, nanos -> {
            if (nanos > 0) {
                pauses.add(Duration.ofNanos(nanos));
            }
        });
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    @Test
    void aReadThatBreaksOffGoesOnWhereItWas() throws IOException {
        hadoop.setInt(Frail.GIVES, 1000);

        byte[] read = all(reads(new RequestBudget(0, 1), 1).open(file("frail"), 5));

        assertThat(read).isEqualTo(java.util.Arrays.copyOfRange(bytes, 5, LENGTH));
        assertThat(pauses)
                .hasSize(9)
                .allSatisfy(p -> assertThat(p).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
    }

    @Test
    void aStorageThatGivesNothingIsAskedEverMoreSeldomAndThenNoMore() throws IOException {
        hadoop.setInt(Frail.GIVES, 0);
        InputStream in = reads(new RequestBudget(0, 1), 14).open(file("frail"), 0);

        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("503 Slow Down");

        assertThat(pauses).hasSize(14);
        for (int i = 0; i < pauses.size(); i++) {
            Duration longest = Duration.ofSeconds(Math.min(1L << i, 3600));
            assertThat(pauses.get(i)).isBetween(longest.dividedBy(2), longest);
        }
    }

    @Test
    void everyRequestOfATaskWaitsForItsShareOfTheBudget() throws IOException {
        InputReads reads = reads(new RequestBudget(50, 200), 0);

        all(reads.open(file("file"), 0));
        all(reads.open(file("file"), 10));

        assertThat(pauses).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void aStorageThatRefusesAccessIsNotAskedAgain() throws IOException {
        hadoop.setBoolean(DENIED, true);
        InputStream in = reads(new RequestBudget(0, 1), 14).open(file("frail"), 0);

        assertThatThrownBy(in::read)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("access denied")
                .hasMessageContaining("a.warc.gz");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aFileThatIsNotTheOneOfThePlanEndsTheRunWithASentence() throws IOException {
        InputFile planned = file("file");
        Files.write(path, new byte[] {1});

        assertThatThrownBy(() -> all(reads(new RequestBudget(0, 1), 3).open(planned, 0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("changed since the run began (10000 bytes then, 1 now)");

        Files.write(path, bytes);
        Files.setLastModifiedTime(path, FileTime.fromMillis(planned.modified() + 5000));
        assertThatThrownBy(() -> reads(new RequestBudget(0, 1), 3).check(planned))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("changed");

        Files.delete(path);
        assertThatThrownBy(() -> reads(new RequestBudget(0, 1), 3).check(planned))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("gone since the run began");
    }
}
