package org.babelmill.jobs.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the Spark session of a command. Under {@code spark-submit} everything that was given there holds; alone, the
 * program is its own Spark: all cores of this machine, no web page, quiet.
 */
public final class Sessions {

    /**
     * What Java's optimising compiler waits for, fifty to sixty times its own thresholds: it then takes 26 s of CPU instead
     * of 64 for 48,000 records, and what it leaves out costs 2 % a record (docs/scale.md). The launcher gives the same.
     */
    public static final String OPTIMISE_LATE =
            "-XX:Tier4InvocationThreshold=300000 -XX:Tier4MinInvocationThreshold=30000"
                    + " -XX:Tier4CompileThreshold=800000 -XX:Tier4BackEdgeThreshold=2000000";

    /**
     * Memory in pages of 2 MB where Linux gives them to those who ask. Models and word lists are read here and there, and a
     * processor knows the places of few small pages: a record costs 3 % less, its language 10 % (docs/tuning.md). The
     * launcher gives the same. Java elsewhere does not know the option and would not start.
     */
    public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    private Sessions() {}

    /**
     * Storage settings for work without a session: those of Hadoop's own files where they are on the class path, and over
     * them {@code spark.hadoop.*} of {@code spark-submit}, as a session has them.
     */
    public static Configuration storage() {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        try {
            LocalFiles.withoutChecksums(new org.apache.hadoop.fs.Path("file:///").getFileSystem(hadoop));
        } catch (IOException e) {
            throw new UncheckedIOException("this machine's own file system", e);
        }
        return hadoop;
    }

    /**
     * A session with the settings this program needs.
     *
     * @param name what Spark's pages call the application
     * @param master where to run, such as {@code local[2]}; empty for what {@code spark-submit} said, else all cores here
     */
    public static SparkSession open(String name, Optional<String> master) {
        return SparkSession.builder().appName(name).config(settings(master)).getOrCreate();
    }

    /** What was given to {@code spark-submit}, and for what was not, what this program needs. */
    static SparkConf settings(Optional<String> master) {
        SparkConf conf = new SparkConf();
        master.ifPresent(conf::setMaster);
        boolean alone = !conf.contains("spark.master") || master.isPresent();
        if (!conf.contains("spark.master")) {
            conf.setMaster("local[*]");
        }
        if (alone) {
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            // One machine: as many tasks as pay there, instead of 200.
            conf.setIfMissing(
                    "spark.sql.shuffle.partitions",
                    String.valueOf(4 * Runtime.getRuntime().availableProcessors()));
            if (!conf.contains("spark.local.dir") && System.getenv("SPARK_LOCAL_DIRS") == null) {
                conf.set("spark.local.dir", ownFolder());
            }
            // Accumulators reach the driver with the heartbeat; progress should move.
            conf.setIfMissing("spark.executor.heartbeatInterval", "1s");
            conf.setIfMissing("spark.network.timeout", "120s");
        }
        // Spark's pages show metrics as JSON only, unless they are told to have them for Prometheus too.
        conf.setIfMissing(
                "spark.metrics.conf.*.sink.prometheusServlet.class", "org.apache.spark.metrics.sink.PrometheusServlet");
        conf.setIfMissing("spark.metrics.conf.*.sink.prometheusServlet.path", "/metrics/prometheus");
        // An executor that goes on after it ran out of memory may hang for ever; in the place of a dead one comes
        // another.
        conf.setIfMissing("spark.executor.defaultJavaOptions", executorOptions(System.getProperty("os.name")));
        // Three executors may die before a record that kills them is put aside; two such records may share a split.
        conf.setIfMissing("spark.task.maxFailures", "8");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.sql.parquet.compression.codec", "zstd");
        conf.setIfMissing("spark.io.compression.codec", "zstd");
        return conf;
    }

    /**
     * What executors' Java is told.
     *
     * @param system the driver's operating system; the machines of a cluster are taken to be of one kind
     */
    static String executorOptions(String system) {
        String options = "-XX:+ExitOnOutOfMemoryError " + OPTIMISE_LATE;
        return system.equals("Linux") ? options + " " + HUGE_PAGES : options;
    }

    /** For what Spark writes while it works, texts among it: other users of this machine are not to read it. */
    static String ownFolder() {
        try {
            Path folder = Files.createTempDirectory("babelmill-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + System.getProperty("java.io.tmpdir"), e);
        }
    }
}
