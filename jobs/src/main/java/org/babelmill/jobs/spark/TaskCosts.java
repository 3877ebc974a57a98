package org.babelmill.jobs.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Adds up what tasks cost, by job group. Listens to Spark; what it reports is complete once every job that began has
 * ended, which {@link #total} waits for.
 */
public final class TaskCosts extends SparkListener {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Map<Integer, String> groupOfStage = new HashMap<>();
    private final Map<String, Long> cpuNanos = new HashMap<>();
    private final Map<String, Long> shuffled = new HashMap<>();
    private int running;

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
        Properties properties = job.properties();
        String group = properties == null ? null : properties.getProperty("spark.jobGroup.id");
        String name = group == null ? "" : group;
        job.stageIds().foreach(id -> groupOfStage.put((Integer) id, name));
        running++;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskMetrics() != null) {
            String group = groupOfStage.getOrDefault(task.stageId(), "");
            shuffled.merge(group, task.taskMetrics().shuffleWriteMetrics().bytesWritten(), Long::sum);
            cpuNanos.merge(
                    group,
                    task.taskMetrics().executorCpuTime() + task.taskMetrics().executorDeserializeCpuTime(),
                    Long::sum);
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd job) {
        running--;
        notifyAll();
    }

    /** CPU milliseconds of all tasks of a group, failed attempts included, once no job runs. */
    public synchronized double total(String group) {
        awaitEnd();
        return cpuNanos.getOrDefault(group, 0L) / 1e6;
    }

    /** Bytes that all tasks of a group wrote for other tasks to read, as compressed, once no job runs. */
    public synchronized long shuffleBytes(String group) {
        awaitEnd();
        return shuffled.getOrDefault(group, 0L);
    }

    private void awaitEnd() {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            while (running > 0 && System.nanoTime() < deadline) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
