package org.babelmill.jobs.run;

import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.input.InputSplit;

/** One attempt at one split: where its files go, what it counts, how it reports progress. Not thread-safe. */
public final class SplitTask {

    private final RunDirectory directory;
    private final String fileName;
    private final Meter meter;
    private final SplitAttempts attempts;
    private final Map<String, String> files = new TreeMap<>();
    private final Counts counts = new Counts();
    private final Map<String, Long> costNanos = new TreeMap<>();

    SplitTask(RunDirectory directory, String fileName, Meter meter, SplitAttempts attempts) {
        this.directory = directory;
        this.fileName = fileName;
        this.meter = meter;
        this.attempts = attempts;
    }

    /** Receives what moves while a task runs; numbers only ever grow. */
    public interface Meter {

        /** For work that nobody watches. */
        Meter NONE = new Meter() {
            @Override
            public void bytes(long number) {}

            @Override
            public void documents(long number) {}

            @Override
            public void dropped(long number) {}
        };

        /** More stored bytes were read. */
        void bytes(long number);

        /** More documents were made. */
        void documents(long number);

        /** More records were dropped. */
        void dropped(long number);
    }

    /** The path of this task's file of a table; asking for it makes it part of the result. */
    public Path file(String table) {
        files.put(table, fileName);
        return new Path(directory.path(table), fileName);
    }

    /** Storage settings. */
    public Configuration hadoop() {
        return directory.hadoop();
    }

    /** The run's directory. */
    public RunDirectory directory() {
        return directory;
    }

    /** What killed earlier attempts at this split. */
    public SplitAttempts attempts() {
        return attempts;
    }

    /** Counters of this task. */
    public Counts counts() {
        return counts;
    }

    /** Progress of this task. */
    public Meter meter() {
        return meter;
    }

    /** Adds CPU time to a part of the work. */
    public void cost(String part, long nanos) {
        costNanos.merge(part, nanos, Long::sum);
    }

    SplitRecord record(InputSplit split) {
        return new SplitRecord(split.index(), split.ordinals(), files, counts.toMap(), costNanos);
    }
}
