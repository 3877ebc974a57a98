package org.babelmill.jobs.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What tasks that are still at work have added to accumulators, by their last heartbeats: an accumulator itself changes
 * only when a task ends, which for a task of minutes is too late to show progress.
 */
public final class LiveSums extends SparkListener {

    private final Map<Long, Map<Long, Long>> byTask = new HashMap<>();
    private boolean ended;

    /** The sum of an accumulator with the tasks at work. */
    public synchronized long sum(LongAccumulator accumulator) {
        long sum = accumulator.sum();
        for (Map<Long, Long> task : byTask.values()) {
            sum += task.getOrDefault(accumulator.id(), 0L);
        }
        return sum;
    }

    /** All tasks have ended, though the events that say so may still be on their way: only the accumulators count now. */
    public synchronized void end() {
        ended = true;
        byTask.clear();
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        if (ended) {
            return;
        }
        CollectionConverters.asJava(update.accumUpdates()).forEach(task -> {
            Map<Long, Long> sums = byTask.computeIfAbsent((Long) task._1(), id -> new HashMap<>());
            for (AccumulableInfo info : CollectionConverters.asJava(task._4())) {
                if (info.update().isDefined() && info.update().get() instanceof Long value) {
                    sums.put(info.id(), value);
                }
            }
        });
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        byTask.remove(task.taskInfo().taskId());
    }
}
