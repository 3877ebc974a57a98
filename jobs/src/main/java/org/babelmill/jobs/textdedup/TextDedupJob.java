package org.babelmill.jobs.textdedup;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.cluster.ClusterStage;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.corpus.OpenRun;
import org.babelmill.jobs.corpus.Outcome;
import org.babelmill.jobs.corpus.RunPreparation;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.run.UnreadableFiles;
import org.babelmill.jobs.spark.TaskCosts;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.RunConfiguration;

/** Finds the duplicates of a collection of texts. Everything that can be wrong is checked before Spark starts. */
public final class TextDedupJob {

    private final RunRequest request;
    private final String version;

    /**
     * A job.
     *
     * @param version of this program, for the record
     */
    public TextDedupJob(RunRequest request, String version) {
        this.request = request;
        this.version = version;
    }

    /**
     * Checks settings, inputs and output, and plans the stages. Touches nothing.
     *
     * @throws UserError when something has to be mended first
     */
    public Prepared prepare() throws IOException {
        RunConfiguration configuration = ConfigurationLoader.bind(request.settings());
        if (configuration.dedup().mode() == DedupSettings.Mode.OFF) {
            throw new UserError("dedup.mode: off; this command finds duplicates in mode verified or fineweb");
        }
        return new RunPreparation(request, EnumSet.of(InputKind.JSONL, InputKind.PARQUET), RunStage.TEXT_DEDUP)
                .prepare(configuration);
    }

    /** Runs the stages that are not finished; prints the summary; returns what tripped. */
    public Outcome run(Prepared prepared, PrintWriter out) throws IOException {
        return OpenRun.during("babelmill dedup", request, version, prepared, run -> {
            TaskCosts costs = new TaskCosts();
            run.session().sparkContext().addSparkListener(costs);
            Map<RunStage, StageRecord> done = new EnumMap<>(RunStage.class);
            for (RunPlan.Step step : run.plan().steps()) {
                done.put(step.stage(), finished(step, run, costs));
            }
            summary(run, done, out);
            return new Outcome(alarms(run, done));
        });
    }

    private static StageRecord finished(RunPlan.Step step, RunContext run, TaskCosts costs) throws IOException {
        RunDirectory directory = run.directory();
        Optional<StageRecord> recorded = directory.stage(step.stage());
        if (step.action() == RunPlan.Action.REUSE && recorded.isPresent()) {
            return recorded.get();
        }
        run.forgetFrom(step.stage(), RunStage.TEXT_DEDUP);
        StageRecord record = step.stage() == RunStage.SIGNATURES
                ? new SignaturesStage(run).execute()
                : ClusterStage.ofTexts(run).execute();
        StageRecord measured =
                record.measured(record.cost(), costs.shuffleBytes(step.stage().label()));
        directory.write(measured);
        return measured;
    }

    private static void summary(RunContext run, Map<RunStage, StageRecord> done, PrintWriter out) {
        StageRecord texts = done.get(RunStage.SIGNATURES);
        StageRecord clusters = done.get(RunStage.DEDUP);
        long documents = texts.count("documents");
        long duplicates = clusters.count("duplicates");
        out.printf(Locale.ROOT, "%,d documents, %,d in the ledger%n", documents, texts.count("dropped"));
        out.printf(
                Locale.ROOT,
                "%,d duplicates (%.1f %%) in %,d clusters, %,d documents stay%n",
                duplicates,
                documents == 0 ? 0 : 100.0 * duplicates / documents,
                clusters.count("clusters"),
                documents - duplicates);
        out.printf(
                Locale.ROOT,
                "%,d bytes a document shuffled%n",
                documents == 0 ? 0 : clusters.shuffleBytes() / documents);
        out.println("clusters  " + run.directory().shown("clusters"));
        out.println("report    " + run.directory().shown(ClusterStage.REPORT));
        out.flush();
    }

    private static List<String> alarms(RunContext run, Map<RunStage, StageRecord> done) {
        List<String> alarms = new ArrayList<>();
        UnreadableFiles.alarm(done.get(RunStage.SIGNATURES).count("unreadable-files"), run.directory())
                .ifPresent(alarms::add);
        ClusterStage.alarm(run.directory(), done.get(RunStage.DEDUP)).ifPresent(alarms::add);
        return alarms;
    }
}
