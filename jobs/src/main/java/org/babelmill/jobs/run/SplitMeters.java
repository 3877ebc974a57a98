package org.babelmill.jobs.run;

import java.io.Serializable;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.babelmill.jobs.spark.LiveSums;
import org.babelmill.jobs.spark.StageProgress.Progress;

/** How far the splits of a stage are: counted by tasks, read by the driver. */
final class SplitMeters implements SplitTask.Meter, Serializable {

    private static final long serialVersionUID = 1L;

    private final LongAccumulator bytes;
    private final LongAccumulator documents;
    private final LongAccumulator dropped;

    SplitMeters(JavaSparkContext spark) {
        this.bytes = spark.sc().longAccumulator();
        this.documents = spark.sc().longAccumulator();
        this.dropped = spark.sc().longAccumulator();
    }

    @Override
    public void bytes(long number) {
        bytes.add(number);
    }

    @Override
    public void documents(long number) {
        documents.add(number);
    }

    @Override
    public void dropped(long number) {
        dropped.add(number);
    }

    /** What to print; {@code live} adds what tasks at work have done. */
    Progress progress(LiveSums live, long total) {
        long found = live.sum(documents);
        return new Progress(
                live.sum(bytes),
                total,
                found,
                String.format(Locale.ROOT, "%,d documents, %,d dropped", found, live.sum(dropped)));
    }

    /** The truth at the end: accumulators count a task twice when it ran twice. */
    void finish(Counts counts, long total) {
        set(bytes, total);
        set(documents, counts.get("documents"));
        set(dropped, counts.get("dropped"));
    }

    private static void set(LongAccumulator accumulator, long value) {
        accumulator.reset();
        accumulator.add(value);
    }
}
