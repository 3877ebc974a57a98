package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.faults.FaultyProxy;
import org.babelmill.jobs.faults.StandaloneCluster;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job on a cluster from and to a server that speaks S3, where one answer in sixty is spoilt
 * ({@code -Dbabelmill.fault-one-in}), with the magic committer of Hadoop's S3 client, against the same job on this machine's
 * disk; duplicates are looked for once more with the directory committer.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3IT {

    private static final Path SERVER = Path.of("target/servers/s3mock.jar").toAbsolutePath();
    private static final Path COMMITTERS =
            Path.of("target/servers/spark-hadoop-cloud.jar").toAbsolutePath();
    private static final Path SUBMIT_JAR =
            Path.of("target/babelmill-submit.jar").toAbsolutePath();
    private static final int ONE_IN = Integer.getInteger("babelmill.fault-one-in", 60);
    private static final int PATIENCE_SECONDS = 90;

    private Path folder;

    private Process server;
    private int port;
    private FaultyProxy proxy;
    private Path coreSite;

    @BeforeAll
    void startServer(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        assumeTrue(Files.exists(SERVER), "skipped: no " + SERVER + "; the profile it brings it");
        assumeTrue(Files.exists(COMMITTERS), "skipped: no " + COMMITTERS + "; the profile it brings it");
        assumeTrue(Files.exists(SUBMIT_JAR), "skipped: no " + SUBMIT_JAR + "; profile it makes it");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx512m",
                        "-jar",
                        SERVER.toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.initial-buckets=crawl",
                        "--com.adobe.testing.s3mock.domain.initial-buckets=crawl")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .directory(folder.toFile())
                .start();
        server.getOutputStream().close();
        waitForServer();
        proxy = new FaultyProxy(URI.create("http://127.0.0.1:" + port), ONE_IN);
        coreSite = Files.createDirectory(folder.resolve("conf")).resolve("core-site.xml");
        Files.writeString(coreSite, coreSite());
    }

    @AfterAll
    void stopServer() {
        if (proxy != null) {
            proxy.close();
        }
        if (server != null) {
            server.destroy();
        }
    }

    private List<List<String>> properties(String endpoint) {
        return List.of(
                List.of("fs.s3a.endpoint", endpoint),
                List.of("fs.s3a.endpoint.region", "us-east-1"),
                List.of("fs.s3a.path.style.access", "true"),
                List.of("fs.s3a.connection.ssl.enabled", "false"),
                List.of("fs.s3a.access.key", "test"),
                List.of("fs.s3a.secret.key", "secret-of-the-test"),
                List.of("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider"));
    }

    private String coreSite() {
        StringBuilder xml = new StringBuilder("<configuration>");
        for (List<String> property : properties("http://127.0.0.1:" + port)) {
            xml.append("<property><name>")
                    .append(property.get(0))
                    .append("</name><value>")
                    .append(property.get(1))
                    .append("</value></property>");
        }
        return xml.append("</configuration>").toString();
    }

    private void waitForServer() throws InterruptedException, IOException {
        for (int i = 0; i < PATIENCE_SECONDS; i++) {
            try {
                HttpURLConnection connection = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
                if (connection.getResponseCode() > 0) {
                    return;
                }
            } catch (IOException e) {
                assertThat(server.isAlive()).as("the server runs").isTrue();
            }
            Thread.sleep(1000);
        }
        throw new IOException(
                "no S3 server after " + PATIENCE_SECONDS + " s:\n" + Files.readString(folder.resolve("server.log")));
    }

    @Test
    void the_whole_job_from_s3_to_s3_gives_the_rows_of_the_local_run() throws IOException {
        List<Path> archives = EmbeddedSample.unpack(folder.resolve("in"));
        FileSystem s3 = new org.apache.hadoop.fs.Path("s3a://crawl/").getFileSystem(hadoop());
        for (Path archive : archives) {
            s3.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(archive.toUri()),
                    new org.apache.hadoop.fs.Path("s3a://crawl/in/" + archive.getFileName()));
        }
        int code;
        String said;
        try (StandaloneCluster cluster = StandaloneCluster.start(
                Files.createDirectory(folder.resolve("cluster")), Distribution.FOLDER, SUBMIT_JAR, 2)) {
            var driver = cluster.submit(
                    settings("magic", proxy), "run", "--input", "s3a://crawl/in/", "--output", "s3a://crawl/out");
            code = driver.await();
            said = driver.text();
            assertThat(proxy.asked()).as("the magic committer").anyMatch(request -> request.contains("/__magic"));
            dedupByWayOfLocalDisks(cluster);
        }
        System.out.println("faults injected: " + proxy.injected());
        assertThat(code).as(said).isEqualTo(3);
        assertThat(said).doesNotContain("secret-of-the-test");
        assertThat(proxy.injected().values()).allMatch(times -> times > 0);
        var local = Distribution.run(
                "run",
                "--input",
                folder.resolve("in").toString(),
                "--output",
                folder.resolve("out").toString());
        assertThat(local.code()).as(local.err()).isEqualTo(3);
        Path copy = folder.resolve("copy");
        s3.copyToLocalFile(
                false,
                new org.apache.hadoop.fs.Path("s3a://crawl/out"),
                new org.apache.hadoop.fs.Path(copy.toUri()),
                true);
        assertThat(TableHash.of(copy)).isEqualTo(TableHash.of(folder.resolve("out")));
        assertThat(Files.readString(copy.resolve("run.json"))).doesNotContain("secret-of-the-test");
    }

    /** Looks for duplicates once more, with the committer that gathers on local disks. */
    private void dedupByWayOfLocalDisks(StandaloneCluster cluster) throws IOException {
        try (FaultyProxy observer = new FaultyProxy(URI.create("http://127.0.0.1:" + port), Integer.MAX_VALUE)) {
            var driver = cluster.submit(settings("directory", observer), "dedup", "s3a://crawl/out", "--overwrite");
            assertThat(driver.await()).as(driver.text()).isEqualTo(3);
            assertThat(observer.asked())
                    .as("uploads to where they belong, made visible at the end")
                    .anyMatch(request -> request.matches("POST /crawl/out/_work/.*\\.parquet"))
                    .noneMatch(request -> request.matches("(PUT|POST) .*/(_temporary|__magic).*"));
        }
    }

    /** Spark's settings for the server behind a proxy, with a committer of Hadoop's S3 client. */
    private List<String> settings(String committer, FaultyProxy through) {
        List<String> settings = new ArrayList<>(List.of(
                "spark.jars=" + COMMITTERS,
                "spark.sql.sources.commitProtocolClass=org.apache.spark.internal.io.cloud.PathOutputCommitProtocol",
                "spark.sql.parquet.output.committer.class="
                        + "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter",
                "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a="
                        + "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory",
                "spark.hadoop.fs.s3a.committer.name=" + committer));
        properties(through.address().toString())
                .forEach(p -> settings.add("spark.hadoop." + p.get(0) + "=" + p.get(1)));
        return settings;
    }

    @Test
    void a_release_is_published_to_s3_with_the_manifest_last_and_sent_once() throws IOException {
        Path shards = folder.resolve("release");
        ReleaseFixture.small(shards);
        String target = "s3a://crawl/published";
        var dry = publish(shards, target, "--dry-run");
        assertThat(dry.out()).contains("would send 10 files");
        var sent = publish(shards, target);
        assertThat(sent.out()).contains("sent 10 files");
        assertThat(publish(shards, target).out()).contains("sent 0 files", "there already: 10 files");
        FileSystem s3 = new org.apache.hadoop.fs.Path(target).getFileSystem(hadoop());
        Path copy = folder.resolve("published");
        s3.copyToLocalFile(
                false, new org.apache.hadoop.fs.Path(target), new org.apache.hadoop.fs.Path(copy.toUri()), true);
        assertThat(ReleaseFixture.files(copy)).isEqualTo(ReleaseFixture.files(shards));
        for (String file : ReleaseFixture.files(shards)) {
            assertThat(copy.resolve(file)).hasSameBinaryContentAs(shards.resolve(file));
        }
        FileStatus[] listed = s3.listStatus(
                new org.apache.hadoop.fs.Path(target), p -> p.getName().contains("."));
        assertThat(Stream.of(listed).max(Comparator.comparing(FileStatus::getModificationTime)))
                .hasValueSatisfying(last -> assertThat(last.getPath().getName()).isEqualTo("manifest.json"));
        assertThat(sent.out() + sent.err() + dry.err()).doesNotContain("secret-of-the-test");
    }

    private Program.Ended publish(Path shards, String target, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("publish", shards.toString(), target));
        arguments.addAll(List.of(more));
        Program.Ended ended = Distribution.run(coreSite.getParent(), arguments.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private Configuration hadoop() {
        Configuration hadoop = new Configuration();
        hadoop.addResource(new org.apache.hadoop.fs.Path(coreSite.toUri()));
        // Copies to this machine want Hadoop's own local file system, whatever another test has left in Hadoop's cache.
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        return hadoop;
    }
}
