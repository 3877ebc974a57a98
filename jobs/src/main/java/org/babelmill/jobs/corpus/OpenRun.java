package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunLock;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.spark.Sessions;

/** A prepared run at work: its directory locked and recorded, its Spark session open. */
public final class OpenRun implements AutoCloseable {

    private final RunLock lock;
    private final SparkSession session;
    private final RunContext context;

    private OpenRun(RunLock lock, SparkSession session, RunContext context) {
        this.lock = lock;
        this.session = session;
        this.context = context;
    }

    /** What a run does once it is open. */
    @FunctionalInterface
    public interface Work {

        /** Does it; says what tripped. */
        Outcome with(RunContext run) throws IOException;
    }

    /**
     * Begins a run, does its work and ends it.
     *
     * @param name what Spark's pages call the application
     * @param version of this program, for the record
     * @throws UserError when another run is at work in the directory, or took it over while this process was asleep
     */
    public static Outcome during(String name, RunRequest request, String version, Prepared prepared, Work work)
            throws IOException {
        try (OpenRun run = open(name, request, version, prepared)) {
            return run.outcome(work);
        }
    }

    private Outcome outcome(Work work) throws IOException {
        try {
            return work.with(context);
        } catch (IOException | RuntimeException e) {
            Optional<String> other = lock.lostTo();
            if (other.isPresent()) {
                throw new UserError(
                        context.directory().root() + ": another run (" + other.get()
                                + ") took over here while this process was asleep; that one goes on, this one has ended",
                        e);
            }
            throw e;
        }
    }

    private static OpenRun open(String name, RunRequest request, String version, Prepared prepared) throws IOException {
        RunLock lock = RunLock.take(prepared.directory());
        try {
            SparkSession session = Sessions.open(name, request.master());
            // Two runs must not write into one directory: what is at work now fails, the other goes on.
            lock.whenLost(other -> session.stop());
            RunDirectory directory = RunDirectory.at(
                    prepared.directory().root().toString(),
                    session.sparkContext().hadoopConfiguration());
            CorpusInput input = prepared.input();
            directory.write(input.splits());
            directory.write(new RunRecord(
                    version,
                    input.named(),
                    input.fingerprint(),
                    input.files(),
                    request.settings().root()));
            RunContext context = new RunContext(
                    session,
                    directory,
                    request.settings(),
                    prepared.configuration(),
                    input.splits(),
                    prepared.plan(),
                    request.console());
            return new OpenRun(lock, session, context);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            session.close();
        }
    }
}
