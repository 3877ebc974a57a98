package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.decide.QualityRules;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunLock;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.spark.Sessions;
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
        RunDirectory directory = RunDirectory.at(request.output(), Sessions.storage());
        CorpusInput input = request.inputs().isEmpty()
                ? CorpusInput.recorded(directory)
                : CorpusInput.listed(request.inputs(), configuration.input(), directory);
        RunPlan plan =
                RunPlan.of(directory, request.settings(), input.fingerprint()).limitedTo(request.stages());
        checkEarlier(plan);
        checkOutput(directory, plan, input);
        return new Prepared(configuration, directory, input, plan);
    }

    /** A stage alone needs those before it, as they would be with the same settings. */
    private void checkEarlier(RunPlan plan) {
        for (RunPlan.Step step : plan.steps()) {
            if (step.action() == RunPlan.Action.MISSING) {
                throw new UserError("stage " + step.stage().label()
                        + ": not finished in " + request.output() + " with these settings; do it first: babelmill "
                        + step.stage().label() + " " + request.output());
            }
        }
    }

    private void checkOutput(RunDirectory directory, RunPlan plan, CorpusInput input) throws IOException {
        if (request.overwrite()) {
            return;
        }
        if (!directory.isRun()) {
            Set<String> foreign = foreign(directory, input);
            if (!foreign.isEmpty()) {
                throw new UserError("--output " + request.output() + ": exists and holds something else ("
                        + String.join(", ", foreign.stream().limit(3).toList())
                        + "); name an empty folder, or give --overwrite to write the run's tables beside it");
            }
            return;
        }
        List<RunStage> replaced = plan.replaced();
        if (!replaced.isEmpty()) {
            throw new UserError("--output " + request.output() + ": holds finished results of other settings or other"
                    + " input; the stages "
                    + String.join(", ", replaced.stream().map(RunStage::label).toList())
                    + " would be replaced; name another folder, or give --overwrite");
        }
    }

    /** What lies in the output folder and is not an input of this very run. */
    private static Set<String> foreign(RunDirectory directory, CorpusInput input) throws IOException {
        if (directory.storage().isEmpty(directory.root())) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(directory.storage().names(directory.root()));
        String root = directory.root() + "/";
        Configuration hadoop = directory.hadoop();
        for (String named : input.named()) {
            Path path = new Path(named);
            String full = path.getFileSystem(hadoop).makeQualified(path).toString();
            if (full.startsWith(root)) {
                names.remove(full.substring(root.length()).split("/", 2)[0]);
            }
        }
        return names;
    }

    /** Runs all stages that are not finished; prints the summary; returns what tripped. */
    public Outcome run(Prepared prepared, PrintWriter out) throws IOException {
        RunDirectory directory = prepared.directory();
        try (RunLock lock = RunLock.take(directory);
                SparkSession session = Sessions.open("babelmill", request.master())) {
            RunDirectory withSpark = RunDirectory.at(
                    directory.root().toString(), session.sparkContext().hadoopConfiguration());
            withSpark.write(prepared.input().splits());
            withSpark.write(new RunRecord(
                    version,
                    prepared.input().named(),
                    prepared.input().fingerprint(),
                    prepared.input().files(),
                    request.settings().root()));
            RunContext context = new RunContext(
                    session,
                    withSpark,
                    request.settings(),
                    prepared.configuration(),
                    prepared.input().splits(),
                    prepared.plan(),
                    request.console());
            return new StageSequence(context, version).run(out);
        }
    }
}
