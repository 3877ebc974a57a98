package org.babelmill.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.babelmill.jobs.acceptance.Distribution;
import org.babelmill.jobs.acceptance.TableHash;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What dies changes no row: executors, a worker and a data node of a cluster with HDFS, and the program itself, killed and
 * started again. {@code -Dbabelmill.kills=N} kills the program N times in each stage.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {

    private static final Path SUBMIT_JAR =
            Path.of("target/babelmill-submit.jar").toAbsolutePath();

    private static final Path YARN_JAR =
            Path.of("target/servers/spark-yarn.jar").toAbsolutePath();

    /** In each stage; with every build the program is killed once in two of them, which takes minutes enough. */
    private static final int KILLS = Integer.getInteger("babelmill.kills", 0);

    private static final long SEED = Long.getLong("babelmill.seed", 1);

    /** What is there when a stage begins, and how long to wait at most before the program is killed in it. */
    private static final Map<String, Integer> STAGES = stages();

    private Path folder;
    private MiniDFSCluster storage;
    private DistributedFileSystem hdfs;
    private StandaloneCluster cluster;
    private String expected;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        assumeTrue(Files.exists(SUBMIT_JAR), "skipped: no " + SUBMIT_JAR + "; profile it makes it");
        folder = temporary;
        List<Path> archives = EmbeddedSample.unpack(folder.resolve("in"));
        expected = localRun();
        Configuration settings = ReleaseFixture.configuration();
        // A data node wants Hadoop's own local file system, whatever another test has left in Hadoop's cache.
        settings.unset("fs.file.impl");
        settings.setBoolean("fs.file.impl.disable.cache", true);
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        storage = new MiniDFSCluster.Builder(settings).numDataNodes(2).build();
        hdfs = storage.getFileSystem();
        for (Path archive : archives) {
            hdfs.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(archive.toUri()),
                    new org.apache.hadoop.fs.Path("/in/" + archive.getFileName()));
        }
        cluster = StandaloneCluster.start(
                Files.createDirectory(folder.resolve("cluster")), Distribution.FOLDER, SUBMIT_JAR, 1, 1);
    }

    private static Map<String, Integer> stages() {
        Map<String, Integer> stages = new LinkedHashMap<>();
        stages.put("splits.json", 8_000);
        stages.put("stages/documents.json", 9_000);
        stages.put("stages/dedup.json", 800);
        stages.put("stages/decide.json", 3_000);
        stages.put("stages/shard.json", 800);
        return stages;
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (storage != null) {
            storage.shutdown();
        }
    }

    private String localRun() throws IOException {
        Path out = folder.resolve("out");
        var local = Distribution.run("run", "--input", folder.resolve("in").toString(), "--output", out.toString());
        assertThat(local.code()).as(local.err()).isEqualTo(3);
        return TableHash.of(out);
    }

    @Test
    void whatDiesChangesNoRow() throws IOException {
        StandaloneCluster.Driver driver = cluster.submit(
                List.of(
                        "spark.hadoop.dfs.replication=2",
                        "spark.hadoop.dfs.client.block.write.replace-datanode-on-failure.policy=NEVER"),
                "run",
                "--input",
                hdfs.getUri() + "/in",
                "--output",
                hdfs.getUri() + "/out",
                "--set",
                "input.split-size=32 KiB");
        StandaloneCluster.waitFor(() -> cluster.executors().size() == 2, "two executors");
        awaitFile("/out/splits/documents", driver);
        cluster.executors().get(0).destroyForcibly();
        awaitFile("/out/stages/documents.json", driver);
        cluster.killWorker();
        cluster.addWorker(1);
        storage.stopDataNode(0);
        awaitFile("/out/stages/decide.json", driver);
        StandaloneCluster.waitFor(() -> !cluster.executors().isEmpty(), "an executor");
        cluster.executors().get(0).destroyForcibly();

        assertThat(driver.await()).as(driver.text()).isEqualTo(3);

        assertThat(TableHash.of(copy("out"))).isEqualTo(expected);
    }

    private void awaitFile(String file, StandaloneCluster.Driver driver) throws IOException {
        StandaloneCluster.waitFor(
                () -> {
                    try {
                        return hdfs.exists(new org.apache.hadoop.fs.Path(file))
                                || !driver.process().isAlive();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                file + " of " + driver.log());
    }

    @Test
    void theJobRunsOnYarn() throws IOException {
        assumeTrue(Files.exists(YARN_JAR), "skipped: no " + YARN_JAR + "; the profile it brings it");
        try (YarnCluster yarn = YarnCluster.start(
                Files.createDirectory(folder.resolve("yarn")), Distribution.FOLDER, YARN_JAR, SUBMIT_JAR)) {
            StandaloneCluster.Driver driver = yarn.submit(
                    "run",
                    "--input",
                    folder.resolve("in").toUri().toString(),
                    "--output",
                    folder.resolve("on-yarn").toUri().toString());
            assertThat(driver.await()).as(driver.text()).isEqualTo(3);
        }
        assertThat(TableHash.of(folder.resolve("on-yarn"))).isEqualTo(expected);
    }

    private Path copy(String run) throws IOException {
        Path copy = folder.resolve("copy-" + run);
        hdfs.copyToLocalFile(
                false, new org.apache.hadoop.fs.Path("/" + run), new org.apache.hadoop.fs.Path(copy.toUri()), true);
        return copy;
    }

    @Test
    void aProgramThatIsKilledAndStartedAgainGoesOnWhereItWas() throws Exception {
        Path out = folder.resolve("killed");
        Random random = new Random(SEED);
        Map<String, FileTime> finished = new TreeMap<>();
        int killed = 0;
        for (String begun : STAGES.keySet()) {
            for (int i = 0; i < kills(begun); i++) {
                Process program = program(out);
                StandaloneCluster.waitFor(
                        () -> Files.exists(out.resolve(begun)) || !program.isAlive(), begun + " in " + out);
                Thread.sleep(random.nextInt(STAGES.get(begun)));
                if (program.isAlive()) {
                    program.destroyForcibly().waitFor();
                    killed++;
                }
                finished(out).forEach(finished::putIfAbsent);
            }
        }
        assertThat(program(out).waitFor()).isEqualTo(3);

        System.out.println("killed " + killed + " times; " + finished.size() + " splits were finished at some kill");
        assertThat(killed).isPositive();
        assertThat(TableHash.of(out)).isEqualTo(expected);
        assertThat(finished(out)).as("no finished split is done again").containsAllEntriesOf(finished);
        assertThat(out.resolve("_lock")).doesNotExist();
    }

    private static int kills(String begun) {
        return KILLS == 0 && Set.of("splits.json", "stages/decide.json").contains(begun) ? 1 : KILLS;
    }

    private Process program(Path out) throws IOException {
        return new ProcessBuilder(
                        Distribution.FOLDER.resolve("bin/babelmill").toString(),
                        "run",
                        "--input",
                        folder.resolve("in").toString(),
                        "--output",
                        out.toString(),
                        "--set",
                        "input.split-size=8 KiB")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("killed.log").toFile()))
                .start();
    }

    private static Map<String, FileTime> finished(Path out) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        if (Files.exists(out.resolve("splits/documents"))) {
            try (Stream<Path> records = Files.list(out.resolve("splits/documents"))) {
                for (Path record :
                        records.filter(r -> r.toString().endsWith(".json")).toList()) {
                    times.put(record.getFileName().toString(), Files.getLastModifiedTime(record));
                }
            }
        }
        return times;
    }
}
