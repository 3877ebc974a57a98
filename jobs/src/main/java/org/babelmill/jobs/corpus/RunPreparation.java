package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;

/** Checks a run's input and output and plans its stages, before anything is touched. */
public final class RunPreparation {

    private final RunRequest request;
    private final Set<InputKind> kinds;
    private final List<RunStage> stages;

    /**
     * A preparation.
     *
     * @param request what somebody asked for
     * @param kinds of input that are read
     * @param stages in order, of which each follows from the one before
     */
    public RunPreparation(RunRequest request, Set<InputKind> kinds, List<RunStage> stages) {
        this.request = request;
        this.kinds = kinds;
        this.stages = stages;
    }

    /**
     * The prepared run.
     *
     * @throws UserError when something has to be mended first
     */
    public Prepared prepare(RunConfiguration configuration) throws IOException {
        RunDirectory directory = RunDirectory.at(request.output(), Sessions.storage());
        CorpusInput input = request.inputs().isEmpty()
                ? CorpusInput.recorded(directory)
                : CorpusInput.listed(request.inputs(), kinds, configuration.input(), directory);
        RunPlan plan = RunPlan.of(directory, stages, request.settings(), input.fingerprint())
                .limitedTo(request.stages());
        if (request.overwrite() && request.inputs().isEmpty()) {
            // Who names a stage of a run and --overwrite wants it done, not compared.
            plan = plan.again(request.stages());
        }
        checkEarlier(plan);
        checkOutput(directory, plan, input);
        return new Prepared(configuration, directory, input, plan);
    }

    /** A stage alone needs those before it, as they would be with the same settings. */
    private void checkEarlier(RunPlan plan) {
        for (RunPlan.Step step : plan.steps()) {
            if (step.action() == RunPlan.Action.MISSING) {
                throw new UserError("stage " + step.stage().label()
                        + ": not finished in " + request.output()
                        + " with these settings; do it first, with the same options: babelmill "
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
            // A stage alone names no input, and its folder without an option.
            boolean whole = !request.inputs().isEmpty();
            throw new UserError((whole ? "--output " : "") + request.output() + ": "
                    + String.join(", ", replaced.stream().map(RunStage::label).toList())
                    + ": finished with other " + others(directory, input) + "; "
                    + (whole ? "name another folder, or give --overwrite" : "give --overwrite")
                    + " to replace that");
        }
    }

    /** What is different now, as far as the recorded settings tell. */
    private String others(RunDirectory directory, CorpusInput input) throws IOException {
        List<String> keys = directory
                .run()
                .map(run -> ConfigurationLoader.recorded(run.configuration().toString()))
                .map(recorded -> recorded.differences(request.settings()))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(change -> change.getKey() + " " + change.getValue().here() + ", now "
                        + change.getValue().there())
                .toList();
        boolean sameInput = directory
                .run()
                .filter(run -> run.inputFingerprint().equals(input.fingerprint()))
                .isPresent();
        List<String> others = new ArrayList<>();
        if (!sameInput) {
            others.add("input");
        }
        if (!keys.isEmpty()) {
            others.add("settings (" + String.join("; ", keys) + ")");
        }
        return others.isEmpty() ? "rules, by another version of the program" : String.join(" and ", others);
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
}
