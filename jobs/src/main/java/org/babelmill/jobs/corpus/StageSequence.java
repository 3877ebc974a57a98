package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.babelmill.jobs.cluster.ClusterStage;
import org.babelmill.jobs.decide.DecideStage;
import org.babelmill.jobs.documents.DocumentsStage;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.run.UnreadableFiles;
import org.babelmill.jobs.spark.TaskCosts;
import org.babelmill.jobs.summary.CostTable;
import org.babelmill.jobs.summary.Funnel;

/** Runs the stages that are not finished, one after the other. */
final class StageSequence {

    private final RunContext run;
    private final String version;
    private final TaskCosts costs = new TaskCosts();
    private final Map<RunStage, StageRecord> done = new EnumMap<>(RunStage.class);

    StageSequence(RunContext run, String version) {
        this.run = run;
        this.version = version;
        run.session().sparkContext().addSparkListener(costs);
    }

    /** Runs all stages. */
    Outcome run(PrintWriter out) throws IOException {
        RunDirectory directory = run.directory();
        for (RunPlan.Step step : run.plan().steps()) {
            Optional<StageRecord> recorded = directory.stage(step.stage());
            if (step.action() == RunPlan.Action.LEAVE) {
                continue;
            }
            if (step.action() == RunPlan.Action.REUSE && recorded.isPresent()) {
                done.put(step.stage(), recorded.get());
                continue;
            }
            if (step.action() == RunPlan.Action.AGAIN) {
                run.records(step.stage()).deleteAll();
            }
            run.forgetFrom(step.stage(), RunStage.CORPUS);
            StageRecord record = withCost(execute(step.stage()));
            directory.write(record);
            done.put(step.stage(), record);
        }
        summary(out);
        return new Outcome(alarms());
    }

    private StageRecord withCost(StageRecord record) {
        Map<String, Double> cost = new TreeMap<>(record.cost());
        cost.put(CostTable.TASKS, costs.total(record.stage().label()));
        return record.measured(cost, costs.shuffleBytes(record.stage().label()));
    }

    private void summary(PrintWriter out) {
        if (!run.console().quiet()) {
            if (done.containsKey(RunStage.DECIDE)) {
                out.println();
                out.print(funnel().text());
            }
            out.println();
            out.print(new CostTable(done).text());
            out.println();
        }
        if (done.containsKey(RunStage.SHARD)) {
            out.println("corpus    " + run.directory().shown("shards"));
            out.println("card      " + run.directory().shown("shards/README.md"));
        }
        if (done.containsKey(RunStage.REPORT)) {
            out.println("report    " + run.directory().shown("report.html"));
        }
        out.println("next      " + next());
        out.flush();
    }

    private Funnel funnel() {
        return new Funnel(counts(RunStage.DOCUMENTS), counts(RunStage.DECIDE));
    }

    /** What one does now: the stage that is missing, or looking. */
    private String next() {
        for (RunStage stage : RunStage.CORPUS) {
            if (!done.containsKey(stage)) {
                return "babelmill " + stage.label() + " " + run.directory().shown();
            }
        }
        return "babelmill serve " + run.directory().shown() + "   (then babelmill verify, babelmill publish)";
    }

    private StageRecord execute(RunStage stage) throws IOException {
        return switch (stage) {
            case DOCUMENTS -> new DocumentsStage(run).execute();
            case SIGNATURES, LINES -> throw new IllegalStateException("no stage of a corpus run: " + stage);
            case DEDUP -> ClusterStage.ofCorpus(run).execute();
            case DECIDE -> new DecideStage(run).execute();
            case SHARD -> new PublishStage(run, version).execute(counts(RunStage.DECIDE), counts(RunStage.DOCUMENTS));
            case REPORT -> new ReportStage(run, version).execute(done);
        };
    }

    private Counts counts(RunStage stage) {
        return done.containsKey(stage) ? Counts.of(done.get(stage).counts()) : new Counts();
    }

    private List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        UnreadableFiles.alarm(counts(RunStage.DOCUMENTS).get("unreadable-files"), run.directory())
                .ifPresent(alarms::add);
        long aside = counts(RunStage.DOCUMENTS).get("put-aside");
        if (aside > 0) {
            alarms.add(aside + (aside == 1 ? " record" : " records") + " could not be worked on and "
                    + (aside == 1 ? "lies" : "lie") + " in "
                    + run.directory().shown("quarantine")
                    + "; the ledger says why (stage extract, rules process-killed and processing-failed)");
        }
        Funnel funnel = funnel();
        long least = run.configuration().quality().alarm().minDocuments();
        if (done.containsKey(RunStage.DECIDE) && funnel.records() >= least && funnel.kept() == 0) {
            alarms.add(String.format(
                    Locale.ROOT,
                    "of %,d records no document was kept; report.html says what became of them",
                    funnel.records()));
        }
        if (done.containsKey(RunStage.DEDUP)) {
            ClusterStage.alarm(run.directory(), done.get(RunStage.DEDUP)).ifPresent(alarms::add);
        }
        counts(RunStage.REPORT)
                .below("held/")
                .forEach((language, signs) -> alarms.add(language + ": " + signs
                        + " signs that the label is wrong; look at the languages in report.html before publishing"));
        return alarms;
    }
}
