package org.babelmill.jobs.input;

import java.io.Serializable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The requests that a job may make of a storage which others use, too, shared out evenly among the tasks that can run at
 * once: each waits before every request, its first one as well, so that all together never exceed the rate.
 *
 * @param perSecond requests of the whole job; 0 for no limit
 * @param tasks that can run at once, at least 1
 */
public record RequestBudget(double perSecond, int tasks) implements Serializable {

    private static final double NANOS = 1e9;

    public RequestBudget {
        if (!(perSecond >= 0) || tasks < 1) {
            throw new IllegalArgumentException("no budget: " + perSecond + " a second for " + tasks + " tasks");
        }
    }

    /** The budget of a job: as many tasks as the cluster has cores now, or may have by its own settings. */
    public static RequestBudget of(double perSecond, JavaSparkContext spark) {
        SparkConf conf = spark.getConf();
        int most = conf.getBoolean("spark.dynamicAllocation.enabled", false)
                ? conf.getInt("spark.dynamicAllocation.maxExecutors", 0) * conf.getInt("spark.executor.cores", 1)
                : 0;
        return new RequestBudget(perSecond, Math.max(1, Math.max(most, spark.defaultParallelism())));
    }

    /** Nanoseconds from one request of a task to its next; 0 without a limit. */
    long gapNanos() {
        return perSecond == 0 ? 0 : (long) (tasks / perSecond * NANOS);
    }
}
