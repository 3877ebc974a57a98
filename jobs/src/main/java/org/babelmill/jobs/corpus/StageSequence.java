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
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.cluster.ClusterStage;
import org.babelmill.jobs.decide.DecideStage;
import org.babelmill.jobs.documents.DocumentsStage;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.spark.TaskCosts;
import org.babelmill.jobs.textdedup.SignaturesStage;

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
            forgetFrom(step.stage());
            StageRecord record = withCost(execute(step.stage()));
            directory.write(record);
            done.put(step.stage(), record);
        }
        summary(out);
        return new Outcome(alarms());
    }

    /** What follows from a stage is out of date from the moment it is done again. */
    private void forgetFrom(RunStage stage) throws IOException {
        for (RunStage later : RunStage.values()) {
            if (later.compareTo(stage) >= 0) {
                run.directory().forget(later);
            }
        }
    }

    private StageRecord withCost(StageRecord record) {
        Map<String, Double> cost = new TreeMap<>(record.cost());
        cost.put(CostTable.TASKS, costs.total(record.stage().label()));
        return new StageRecord(record.stage(), record.fingerprint(), record.counts(), cost);
    }

    private void summary(PrintWriter out) {
        if (!hasPages()) {
            duplicates(out);
        }
        if (done.containsKey(RunStage.DECIDE)) {
            out.println();
            out.print(new Funnel(counts(RunStage.DOCUMENTS), counts(RunStage.DECIDE)).text());
        }
        out.println();
        out.print(new CostTable(done).text());
        out.println();
        if (!hasPages()) {
            out.println("clusters  " + where("clusters"));
            out.println("look at   " + where(ClusterStage.REPORT));
        }
        if (done.containsKey(RunStage.SHARD)) {
            out.println("corpus    " + where("shards"));
            out.println("card      " + where("shards/README.md"));
        }
        if (done.containsKey(RunStage.REPORT)) {
            out.println("report    " + where("report.html"));
        }
        out.flush();
    }

    private void duplicates(PrintWriter out) {
        Counts texts = counts(RunStage.SIGNATURES);
        Counts clusters = counts(RunStage.DEDUP);
        long documents = texts.get("documents");
        long removed = clusters.get("duplicates");
        out.printf(Locale.ROOT, "%n%,d documents, %,d in the ledger%n", documents, texts.get("dropped"));
        out.printf(
                Locale.ROOT,
                "%,d duplicates (%.1f %%) in %,d clusters, %,d documents stay%n",
                removed,
                documents == 0 ? 0 : 100.0 * removed / documents,
                clusters.get("clusters"),
                documents - removed);
    }

    /** A path as people write it: without a scheme on this machine. */
    private String where(String name) {
        Path path = run.directory().path(name);
        return path.toUri().getScheme().equals("file") ? path.toUri().getPath() : path.toString();
    }

    private StageRecord execute(RunStage stage) throws IOException {
        return switch (stage) {
            case DOCUMENTS -> new DocumentsStage(run).execute();
            case SIGNATURES -> new SignaturesStage(run).execute();
            case DEDUP ->
                hasPages()
                        ? ClusterStage.ofCorpus(run).execute()
                        : ClusterStage.ofTexts(run).execute();
            case DECIDE -> new DecideStage(run).execute();
            case SHARD -> new PublishStage(run, version).execute(counts(RunStage.DECIDE), counts(RunStage.DOCUMENTS));
            case REPORT -> new ReportStage(run, version).execute(done);
        };
    }

    /** Whether the run began with documents; else it is one of duplicate detection alone. */
    private boolean hasPages() {
        return run.plan().steps().stream().anyMatch(step -> step.stage() == RunStage.DOCUMENTS);
    }

    private Counts counts(RunStage stage) {
        return Counts.of(done.get(stage).counts());
    }

    private List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        long unreadable =
                counts(hasPages() ? RunStage.DOCUMENTS : RunStage.SIGNATURES).get("unreadable-files");
        if (unreadable > 0) {
            alarms.add(unreadable + (unreadable == 1 ? " file" : " files")
                    + " could not be read to the end; the ledger says where (stage read)");
        }
        if (done.containsKey(RunStage.DEDUP)) {
            ClusterStage.alarm(run.directory(), done.get(RunStage.DEDUP)).ifPresent(alarms::add);
        }
        return alarms;
    }
}
