package org.babelmill.jobs.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.input.InputSplit;

/**
 * Writes the files of single splits on an executor, and the record that makes them count once they are complete.
 *
 * @param hadoop storage settings
 * @param root of the run directory
 * @param stage that writes
 * @param fingerprint of the stage
 * @param session a name that no other start of the program has, so that files of a dead one are never taken for ours
 */
public record SplitFiles(
        SerializableConfiguration hadoop, String root, RunStage stage, String fingerprint, String session)
        implements Serializable {

    /** What is done for a split. */
    @FunctionalInterface
    public interface Work {

        /** Writes the split's files. */
        void write(SplitTask task) throws IOException;
    }

    /** Files of a stage, under a session name of their own. */
    public static SplitFiles of(RunDirectory directory, RunStage stage, String fingerprint) {
        return new SplitFiles(
                new SerializableConfiguration(directory.hadoop()),
                directory.root().toString(),
                stage,
                fingerprint,
                UUID.randomUUID().toString().substring(0, 8));
    }

    /** What a finished split left, if it is finished. */
    public Optional<SplitJob.Result> finished(InputSplit split) throws IOException {
        return records().read(split).map(SplitFiles::result);
    }

    /** Does the work for a split, without progress. */
    public SplitJob.Result write(InputSplit split, Work work) throws IOException {
        return write(split, work, SplitTask.Meter.NONE);
    }

    /** Does the work for a split. */
    public SplitJob.Result write(InputSplit split, Work work, SplitTask.Meter meter) throws IOException {
        String name = String.format(
                Locale.ROOT,
                "part-%05d-%s-%d.parquet",
                split.index(),
                session,
                TaskContext.get().taskAttemptId());
        RunDirectory directory = RunDirectory.at(root, hadoop.value());
        SplitAttempts attempts = records().attempts(split);
        SplitTask task = new SplitTask(directory, name, meter, attempts);
        try {
            work.write(task);
        } catch (IOException | RuntimeException e) {
            fail(attempts, e);
            throw e;
        }
        SplitRecord record = task.record();
        records().write(split, record);
        attempts.succeed();
        return result(record);
    }

    private static void fail(SplitAttempts attempts, Exception why) {
        try {
            attempts.fail();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private SplitRecords records() throws IOException {
        return new SplitRecords(RunDirectory.at(root, hadoop.value()), stage, fingerprint);
    }

    private static SplitJob.Result result(SplitRecord record) {
        return new SplitJob.Result(Counts.of(record.counts()), Counts.of(record.costNanos()));
    }
}
