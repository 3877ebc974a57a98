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
    private final CountsAccumulator counts = new CountsAccumulator();

    SplitMeters(JavaSparkContext spark) {
        this.bytes = spark.sc().longAccumulator();
        this.documents = spark.sc().longAccumulator();
        this.dropped = spark.sc().longAccumulator();
        spark.sc().register(counts);
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

    /** The counters of a split that is done. */
    void done(Counts split) {
        counts.add(split);
    }

    /** The counters of all splits that are done so far. */
    Counts counts() {
        return counts.value();
    }

    /** Stored bytes that were read; {@code live} adds what tasks at work have done. */
    long bytes(LiveSums live) {
        return live.sum(bytes);
    }

    /** Documents that were made. */
    long documents(LiveSums live) {
        return live.sum(documents);
    }

    /** Records that were dropped. */
    long dropped(LiveSums live) {
        return live.sum(dropped);
    }

    /** What to print; {@code live} adds what tasks at work have done. */
    Progress progress(LiveSums live, long total) {
        long found = documents(live);
        return new Progress(
                bytes(live),
                total,
                found,
                String.format(Locale.ROOT, "%,d documents, %,d dropped", found, dropped(live)));
    }

    /** The truth at the end: accumulators count a task twice when it ran twice. */
    void finish(Counts all, long total) {
        set(bytes, total);
        set(documents, all.get("documents"));
        set(dropped, all.get("dropped"));
        counts.reset();
        counts.add(all);
    }

    private static void set(LongAccumulator accumulator, long value) {
        accumulator.reset();
        accumulator.add(value);
    }
}
