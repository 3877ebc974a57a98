package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive that is changed or deleted while a run works, or a disk that is full, stops the run with a sentence; the same
 * command goes on. What was made of other archives stays.
 */
class StoppedRunIT {

    private static final List<String> ARCHIVES = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final List<String> TABLES = List.of("$documents", "$signals", "$ledger", "$decisions", "$data");
    private static final String OPENED = "restless.opened";
    private static final String TARGET = "restless.target";
    private static final String CONTENT = "restless.content";
    private static final String LOCK = "restless.lock";
    private static final String QUOTA = "restless.quota";
    private static final String FULL = "No space left on device";

    @TempDir
    private Path folder;

    private final List<String> properties = new ArrayList<>();

    /** This machine's files; when a run at work opens one of them, another one changes, or goes; room for tables is short. */
    public static final class Restless extends RawLocalFileSystem {

        /** Bytes of tables that were written by this process. */
        private static final AtomicLong WRITTEN = new AtomicLong();

        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path file,
                FsPermission permission,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            return limited(file, super.create(file, permission, overwrite, buffer, replication, block, progress));
        }

        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path file,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            return limited(file, super.create(file, overwrite, buffer, replication, block, progress));
        }

        private FSDataOutputStream limited(org.apache.hadoop.fs.Path file, FSDataOutputStream out) throws IOException {
            long quota = getConf().getLong(QUOTA, Long.MAX_VALUE);
            if (!file.getName().endsWith(".parquet")) {
                return out;
            }
            return new FSDataOutputStream(
                    new FilterOutputStream(out) {
                        @Override
                        public void write(int octet) throws IOException {
                            write(new byte[] {(byte) octet}, 0, 1);
                        }

                        @Override
                        public void write(byte[] bytes, int offset, int length) throws IOException {
                            if (WRITTEN.addAndGet(length) > quota) {
                                throw new IOException(FULL);
                            }
                            out.write(bytes, offset, length);
                        }
                    },
                    null);
        }

        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path file, int buffer) throws IOException {
            // The lock is there when the plan is made and the work begins.
            if (file.getName().equals(getConf().get(OPENED))
                    && Files.exists(Path.of(getConf().get(LOCK)))) {
                Path target = Path.of(getConf().get(TARGET));
                String content = getConf().get(CONTENT);
                if (content == null) {
                    Files.deleteIfExists(target);
                } else {
                    Files.copy(Path.of(content), target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return super.open(file, buffer);
        }
    }

    @AfterEach
    void forget() {
        properties.forEach(System::clearProperty);
    }

    @Test
    void theSameCommandGoesOn() throws IOException {
        SparkSessionExtension.stop();
        Path in = Files.createDirectory(folder.resolve("in"));
        for (String name : ARCHIVES) {
            archive(in.resolve(name + ".warc"), name, 20);
        }
        Files.writeString(folder.resolve("all.yaml"), """
                name: all
                description: Every text stays.
                rules: []
                """);
        Path other = folder.resolve("other");
        archive(other, "other", 17);
        property("fs.file.impl", Restless.class.getName());
        property("fs.file.impl.disable.cache", "true");
        property(LOCK, folder.resolve("out/_lock").toString());

        whenOpened("a", in.resolve("b.warc"), other);
        Program.Ended changed = run(in.toString(), "out");
        assertStopped(changed, "in/b.warc: changed since the run began");
        whenOpened("none", in, null);
        int finished = costs("out").size();
        roomForSplits(2.5);
        Program.Ended full = run(in.toString(), "out");
        assertThat(full.code()).as(full.err()).isEqualTo(1);
        assertThat(full.err()).contains(FULL);
        assertThat(costs("out")).as("finished splits").hasSizeBetween(finished + 1, finished + 3);
        System.clearProperty("spark.hadoop." + QUOTA);
        whenOpened("g", in.resolve("h.warc"), null);
        Program.Ended gone = run(in.toString(), "out");
        assertStopped(gone, "in/h.warc: gone since the run began");
        whenOpened("none", in, null);
        Program.Ended ended = run(in.toString(), "out");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(new DuckDb(folder.resolve("out")).strings("select record_id from $data order by 1"))
                .containsExactly(
                        "urn:test:a",
                        "urn:test:c",
                        "urn:test:d",
                        "urn:test:e",
                        "urn:test:f",
                        "urn:test:g",
                        "urn:test:other");

        Map<String, String> before = costs("out");
        archive(in.resolve("aa.warc"), "aa", 20);
        Files.delete(in.resolve("e.warc"));
        assertThat(run(in.toString(), "out").err()).contains("finished with other input");
        Program.Ended again = run(in.toString(), "out", "--overwrite");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(run(in.toString(), "fresh").code()).isZero();
        assertThat(rows("out")).isEqualTo(rows("fresh"));
        Map<String, String> after = costs("out");
        assertThat(before).hasSize(7);
        assertThat(after).hasSize(7);
        after.values().retainAll(before.values());
        assertThat(after).as("splits that were not done again").hasSize(6);
        Program.Ended explained = Program.run("explain", folder.resolve("out").toString(), "https://g.example/");
        assertThat(explained.out()).as(explained.err()).contains("urn:test:g");
    }

    /** For each split of a run, by the name of its record, what it cost: something else when it is done again. */
    private Map<String, String> costs(String output) throws IOException {
        Map<String, String> costs = new HashMap<>();
        records(output)
                .forEach((name, record) ->
                        costs.put(name, record.get("costNanos").toString()));
        return costs;
    }

    private Map<String, JsonNode> records(String output) throws IOException {
        Map<String, JsonNode> records = new HashMap<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder.resolve(output).resolve("splits/documents"), "*.json")) {
            for (Path file : files) {
                records.put(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
            }
        }
        return records;
    }

    /** So many splits more can be written, as large as those that are there. */
    private void roomForSplits(double splits) throws IOException {
        Map<String, JsonNode> records = records("out");
        long bytes = 0;
        for (JsonNode record : records.values()) {
            for (Map.Entry<String, JsonNode> file : record.get("files").properties()) {
                bytes += Files.size(folder.resolve("out")
                        .resolve(file.getKey())
                        .resolve(file.getValue().asText()));
            }
        }
        property(QUOTA, Long.toString(Restless.WRITTEN.get() + (long) (splits * bytes / records.size())));
    }

    private static void assertStopped(Program.Ended run, String why) {
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines().filter(line -> line.startsWith("babelmill: ")))
                .singleElement()
                .asString()
                .contains(why);
    }

    private void whenOpened(String name, Path target, Path content) {
        property(OPENED, name + ".warc");
        property(TARGET, target.toString());
        if (content == null) {
            System.clearProperty("spark.hadoop." + CONTENT);
        } else {
            property(CONTENT, content.toString());
        }
    }

    private void property(String name, String value) {
        properties.add("spark.hadoop." + name);
        System.setProperty("spark.hadoop." + name, value);
    }

    private Program.Ended run(String input, String output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                input,
                "--output",
                folder.resolve(output).toString(),
                "--master",
                "local[1]",
                "--quiet",
                "--set",
                "dedup.mode=off",
                "--set",
                "quality.profile=" + folder.resolve("all.yaml"),
                "--set",
                "input.split-size=4 KiB"));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private List<List<String>> rows(String output) {
        DuckDb tables = new DuckDb(folder.resolve(output));
        return TABLES.stream()
                .map(table -> tables.strings("select cast(t as varchar) r from " + table + " t order by r"))
                .toList();
    }

    /** One page; two archives do not fit into one split. */
    private static void archive(Path file, String name, int paragraphs) throws IOException {
        StringBuilder text = new StringBuilder(
                "<html><head><meta charset=utf-8></head><body><main><h1>The valley of " + name + "</h1>");
        for (int i = 0; i < paragraphs; i++) {
            text.append("<p>In paragraph ")
                    .append(i)
                    .append(" of her letter about the valley of ")
                    .append(name)
                    .append(" my aunt describes what she saw there in the morning, and whom she met on the way.</p>");
        }
        new WarcFile(false)
                .page(name, text.append("</main></body></html>").toString().getBytes(StandardCharsets.UTF_8))
                .write(file, Integer.MAX_VALUE);
    }
}
