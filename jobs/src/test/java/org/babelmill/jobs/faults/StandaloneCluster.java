package org.babelmill.jobs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spark's standalone master and workers, as processes on this machine.
 */
public final class StandaloneCluster implements AutoCloseable {

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://[^ \\s]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private final Path folder;
    private final SparkHome spark;
    private final Path submitJar;
    private final Process master;
    private final String address;
    private final List<Process> workers = new ArrayList<>();

    private StandaloneCluster(Path folder, Path distribution, Path submitJar) throws IOException {
        this.folder = folder;
        this.submitJar = submitJar;
        this.spark = SparkHome.of(distribution);
        Path log = folder.resolve("master.log");
        this.master = start(
                log,
                "-Xmx256m",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        waitFor(() -> found(log, MASTER).isPresent(), "the master's address in " + log);
        this.address = found(log, MASTER).orElseThrow();
    }

    /**
     * Starts a cluster.
     *
     * @param folder for logs and work, of its own
     * @param distribution what {@code package} leaves
     * @param submitJar what {@code package} with profile {@code submit-jar} leaves
     * @param cores of each worker; its executor takes them all
     */
    public static StandaloneCluster start(Path folder, Path distribution, Path submitJar, int... cores)
            throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(folder, distribution, submitJar);
        for (int each : cores) {
            cluster.addWorker(each);
        }
        return cluster;
    }

    private Process start(Path log, String heap, String... arguments) throws IOException {
        return spark.start(log, List.of(), Map.of(), heap, arguments);
    }

    /** Starts one more worker and waits until the master knows it. */
    void addWorker(int cores) throws IOException {
        int number = workers.size();
        Path log = folder.resolve("worker-" + number + ".log");
        workers.add(start(
                log,
                "-Xmx192m",
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                Integer.toString(cores),
                "--memory",
                "1500m",
                "--work-dir",
                folder.resolve("work-" + number).toString(),
                address));
        waitFor(() -> text(log).contains("Successfully registered with master"), "a registered worker in " + log);
    }

    /** Kills the oldest living worker at once; its executors end by themselves when they notice. */
    void killWorker() {
        workers.stream().filter(Process::isAlive).findFirst().orElseThrow().destroyForcibly();
    }

    /** The executors at work. */
    List<ProcessHandle> executors() {
        return workers.stream()
                .filter(Process::isAlive)
                .flatMap(Process::children)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** What {@code spark-submit} starts: a driver in client mode with Spark's settings and what the program is told. */
    public Driver submit(List<String> settings, String... arguments) throws IOException {
        Path log = Files.createTempFile(folder, "driver", ".log");
        List<String> all = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                address,
                "--executor-memory",
                "1200m",
                "--conf",
                "spark.sql.shuffle.partitions=4"));
        for (String setting : settings) {
            all.addAll(List.of("--conf", setting));
        }
        all.add(submitJar.toString());
        all.addAll(List.of(arguments));
        return new Driver(start(log, "-Xmx1g", all.toArray(String[]::new)), log);
    }

    /** A program under {@code spark-submit}. */
    public record Driver(Process process, Path log) {

        /** Waits for its end; returns the exit code. */
        public int await() {
            return process.onExit().join().exitValue();
        }

        /** What it has printed so far. */
        public String text() {
            return StandaloneCluster.text(log);
        }
    }

    private static Optional<String> found(Path log, Pattern pattern) {
        Matcher matcher = pattern.matcher(text(log));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    static void waitFor(BooleanSupplier condition, String what) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("not within " + PATIENCE + ": " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for " + what, e);
            }
        }
    }

    @Override
    public void close() {
        for (Process worker : workers) {
            worker.children().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
