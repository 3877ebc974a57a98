package org.babelmill.jobs.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.fifo.FifoScheduler;

/** Hadoop's resource manager and a node manager; the containers are processes of this machine. */
final class YarnCluster implements AutoCloseable {

    private final Path folder;
    private final SparkHome spark;
    private final Path yarnJar;
    private final Path submitJar;
    private final MiniYARNCluster yarn;

    private YarnCluster(Path folder, SparkHome spark, Path yarnJar, Path submitJar, MiniYARNCluster yarn) {
        this.folder = folder;
        this.spark = spark;
        this.yarnJar = yarnJar;
        this.submitJar = submitJar;
        this.yarn = yarn;
    }

    /**
     * Starts a cluster.
     *
     * @param folder for logs and work, of its own
     * @param distribution what {@code package} leaves
     * @param yarnJar Spark's part for YARN, which is not in the distribution
     * @param submitJar what {@code package} with profile {@code submit-jar} leaves
     */
    static YarnCluster start(Path folder, Path distribution, Path yarnJar, Path submitJar) throws IOException {
        Configuration settings = new YarnConfiguration();
        // The others want files of queues.
        settings.set(YarnConfiguration.RM_SCHEDULER, FifoScheduler.class.getName());
        settings.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 128);
        // How full the disk of this machine is says nothing of the test.
        settings.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
        settings.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, false);
        settings.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
        settings.setBoolean(YarnConfiguration.TIMELINE_SERVICE_ENABLED, false);
        MiniYARNCluster yarn = new MiniYARNCluster("yarn", 1, 1, 1);
        yarn.init(settings);
        yarn.start();
        Path conf = Files.createDirectory(folder.resolve("conf"));
        try (OutputStream out = Files.newOutputStream(conf.resolve("yarn-site.xml"))) {
            yarn.getConfig().writeXml(out);
        }
        return new YarnCluster(folder, SparkHome.of(distribution), yarnJar, submitJar, yarn);
    }

    /** What {@code spark-submit --master yarn} starts, with what the program is told; one executor of two cores. */
    StandaloneCluster.Driver submit(String... arguments) throws IOException {
        Path log = Files.createTempFile(folder, "driver", ".log");
        List<String> all = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "yarn",
                "--num-executors",
                "1",
                "--executor-cores",
                "2",
                "--executor-memory",
                "1200m",
                "--conf",
                "spark.yarn.am.memory=256m",
                "--conf",
                "spark.yarn.jars=local:" + spark.jars() + ",local:" + yarnJar,
                "--conf",
                "spark.sql.shuffle.partitions=4"));
        all.add(submitJar.toString());
        all.addAll(List.of(arguments));
        return new StandaloneCluster.Driver(
                spark.start(
                        log,
                        List.of(folder.resolve("conf").toString(), yarnJar.toString()),
                        Map.of("YARN_CONF_DIR", folder.resolve("conf").toString()),
                        "-Xmx1g",
                        all.toArray(String[]::new)),
                log);
    }

    @Override
    public void close() throws IOException {
        yarn.close();
    }
}
