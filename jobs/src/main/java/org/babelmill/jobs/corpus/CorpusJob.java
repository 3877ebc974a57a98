package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.decide.QualityRules;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;

/** A run, or some of its stages, from request to report. Everything that can be wrong is checked before Spark starts. */
public final class CorpusJob {

    private final RunRequest request;
    private final String version;

    /**
     * A run.
     *
     * @param version of this program, for the record
     */
    public CorpusJob(RunRequest request, String version) {
        this.request = request;
        this.version = version;
    }

    /**
     * A run that was checked and can start.
     *
     * @param configuration settings
     * @param directory where the tables are, or will be
     * @param input what is read
     * @param plan what becomes of each stage
     */
    public record Prepared(RunConfiguration configuration, RunDirectory directory, CorpusInput input, RunPlan plan) {}

    /**
     * Checks settings, inputs and output, and plans the stages. Touches nothing.
     *
     * @throws UserError when something has to be mended first
     */
    public Prepared prepare() throws IOException {
        RunConfiguration configuration = ConfigurationLoader.bind(request.settings());
        new SettingsCheck().check(configuration);
        QualityRules.checked(configuration.quality(), Sessions.storage());
        Tombstones.of(configuration.takedown(), Sessions.storage());
        return new RunPreparation(
                        request, EnumSet.of(InputKind.ARCHIVE, InputKind.JSONL, InputKind.PARQUET), RunStage.CORPUS)
                .prepare(configuration);
    }

    /** Runs all stages that are not finished; prints the summary; returns what tripped. */
    public Outcome run(Prepared prepared, PrintWriter out) throws IOException {
        return OpenRun.during(
                "babelmill run", request, version, prepared, run -> new StageSequence(run, version).run(out));
    }
}
