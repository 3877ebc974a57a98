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
 * @param work what a split's files follow from besides the split
 * @param session a name that no other start of the program has, so that files of a dead one are never taken for ours
 */
public record SplitFiles(SerializableConfiguration hadoop, String root, RunStage stage, String work, String session)
        implements Serializable {

    /** What is done for a split. */
    @FunctionalInterface
    public interface Work {

        /** Writes the split's files. */
        void write(SplitTask task) throws IOException;
    }

    /** Files of a stage, under a session name of their own. */
    public static SplitFiles of(RunDirectory directory, RunStage stage, String work) {
        return new SplitFiles(
                new SerializableConfiguration(directory.hadoop()),
                directory.root().toString(),
                stage,
                work,
                UUID.randomUUID().toString().substring(0, 8));
    }

    /** What a finished split left, if it is finished; its files get the names and keys that they have in this run. */
    public Optional<SplitJob.Result> finished(InputSplit split) throws IOException {
        Optional<SplitRecord> record = records().read(split);
        if (record.isPresent() && !record.get().isOf(split)) {
            RunDirectory directory = RunDirectory.at(root, hadoop.value());
            records().write(split, new MovedSplit(directory, record.get()).to(split, fileName(split)));
        }
        return record.map(SplitFiles::result);
    }

    /** Does the work for a split, without progress. */
    public SplitJob.Result write(InputSplit split, Work work) throws IOException {
        return write(split, work, SplitTask.Meter.NONE);
    }

    /** Does the work for a split. */
    public SplitJob.Result write(InputSplit split, Work work, SplitTask.Meter meter) throws IOException {
        RunDirectory directory = RunDirectory.at(root, hadoop.value());
        SplitAttempts attempts = records().attempts(split);
        SplitTask task = new SplitTask(directory, fileName(split), meter, attempts);
        SplitRecord record;
        try {
            work.write(task);
            record = task.record(split);
            records().write(split, record);
        } catch (IOException | RuntimeException e) {
            fail(attempts, e);
            throw e;
        }
        attempts.succeed();
        return result(record);
    }

    private String fileName(InputSplit split) {
        return String.format(
                Locale.ROOT,
                "part-%05d-%s-%d.parquet",
                split.index(),
                session,
                TaskContext.get().taskAttemptId());
    }

    private static void fail(SplitAttempts attempts, Exception why) {
        try {
            attempts.fail();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private SplitRecords records() throws IOException {
        return new SplitRecords(RunDirectory.at(root, hadoop.value()), stage, work);
    }

    private static SplitJob.Result result(SplitRecord record) {
        return new SplitJob.Result(Counts.of(record.counts()), Counts.of(record.costNanos()));
    }
}
