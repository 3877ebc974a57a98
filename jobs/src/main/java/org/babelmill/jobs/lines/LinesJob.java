package org.babelmill.jobs.lines;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.corpus.OpenRun;
import org.babelmill.jobs.corpus.Outcome;
import org.babelmill.jobs.corpus.RunPreparation;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.run.UnreadableFiles;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;

/** Takes boilerplate lines out of a collection of texts. Everything that can be wrong is checked before Spark starts. */
public final class LinesJob {

    private final RunRequest request;
    private final String version;

    /**
     * A job.
     *
     * @param version of this program, for the record
     */
    public LinesJob(RunRequest request, String version) {
        this.request = request;
        this.version = version;
    }

    /**
     * Checks settings, inputs and output. Touches nothing.
     *
     * @throws UserError when something has to be mended first
     */
    public Prepared prepare() throws IOException {
        RunConfiguration configuration = ConfigurationLoader.bind(request.settings());
        if (configuration.lines().hosts() == 0 && configuration.lines().pages() == 0) {
            throw new UserError("lines.hosts and lines.pages are both 0: no line would go");
        }
        return new RunPreparation(request, EnumSet.of(InputKind.JSONL, InputKind.PARQUET), RunStage.TEXT_LINES)
                .prepare(configuration);
    }

    /** Runs unless it is finished; prints the summary; returns what tripped. */
    public Outcome run(Prepared prepared, PrintWriter out) throws IOException {
        return OpenRun.during("babelmill lines", request, version, prepared, run -> {
            StageRecord done = finished(run);
            summary(run, done, out);
            return new Outcome(UnreadableFiles.alarm(done.count("unreadable-files"), run.directory()).stream()
                    .toList());
        });
    }

    private static void summary(RunContext run, StageRecord done, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d documents, %,d in the ledger%n%,d lines went, %,d different ones; %,d documents stay with"
                        + " fewer lines%n",
                done.count("documents"),
                done.count("dropped"),
                done.count("lines"),
                done.count("different-lines"),
                done.count("shortened"));
        out.println("texts     " + run.directory().shown("texts"));
        out.flush();
    }

    private static StageRecord finished(RunContext run) throws IOException {
        Optional<StageRecord> recorded = run.directory().stage(RunStage.LINES);
        if (run.plan().step(RunStage.LINES).action() == RunPlan.Action.REUSE && recorded.isPresent()) {
            return recorded.get();
        }
        run.directory().forget(RunStage.LINES);
        StageRecord record = new LinesStage(run).execute();
        run.directory().write(record);
        return record;
    }
}
