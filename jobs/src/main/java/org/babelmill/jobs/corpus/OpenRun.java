package org.babelmill.jobs.corpus;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
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

    /**
     * Begins a run.
     *
     * @param name what Spark's pages call the application
     * @param version of this program, for the record
     */
    public static OpenRun open(String name, RunRequest request, String version, Prepared prepared) throws IOException {
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

    /** What stages work with. */
    public RunContext context() {
        return context;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            session.close();
        }
    }
}
