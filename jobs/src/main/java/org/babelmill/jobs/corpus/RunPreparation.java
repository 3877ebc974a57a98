package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputProbe;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.SplitPlanner;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.hash.Sha256;

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
        Configuration hadoop = new Configuration();
        hadoop.setIfUnset("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        RunDirectory directory = RunDirectory.at(request.output(), hadoop);
        InputLister.Listing inputs =
                new InputLister(hadoop, configuration.input().root(), kinds).list(request.inputs());
        new InputProbe(hadoop).check(inputs.files());
        List<InputSplit> splits =
                new SplitPlanner(configuration.input().splitSize().bytes()).plan(inputs.files());
        RunPlan plan = RunPlan.of(directory, stages, request.settings(), fingerprint(inputs.files()));
        checkOutput(directory, plan);
        return new Prepared(configuration, directory, inputs, splits, plan);
    }

    private void checkOutput(RunDirectory directory, RunPlan plan) throws IOException {
        if (request.overwrite() || directory.storage().isEmpty(directory.root())) {
            return;
        }
        if (!directory.isRun()) {
            throw new UserError("--output " + request.output() + ": exists and holds something else ("
                    + String.join(", ", firstNames(directory)) + "); name an empty folder, or give --overwrite to write"
                    + " the run's tables beside it");
        }
        List<RunStage> replaced = plan.replaced();
        if (!replaced.isEmpty()) {
            throw new UserError("--output " + request.output() + ": holds a finished run with other settings or other"
                    + " input; the stages "
                    + String.join(", ", replaced.stream().map(RunStage::label).toList())
                    + " would be replaced; name another folder, or give --overwrite");
        }
    }

    private static List<String> firstNames(RunDirectory directory) throws IOException {
        return directory.storage().names(directory.root()).stream().limit(3).toList();
    }

    /** A hash of all input files' names, lengths and times of change, in order. */
    static String fingerprint(List<InputFile> files) {
        StringBuilder text = new StringBuilder();
        for (InputFile file : files) {
            text.append(file.name())
                    .append('\u0000')
                    .append(file.length())
                    .append('\u0000')
                    .append(file.modified())
                    .append('\n');
        }
        return Sha256.hex(text.toString());
    }
}
