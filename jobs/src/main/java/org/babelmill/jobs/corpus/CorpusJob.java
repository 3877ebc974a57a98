package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.decide.QualityRules;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputProbe;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.SplitPlanner;
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
import org.babelmill.pipeline.hash.Sha256;

/** A run from request to report. Everything that can be wrong is checked before Spark starts. */
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

    /** A run that was checked and can start. */
    public record Prepared(
            RunConfiguration configuration,
            RunDirectory directory,
            InputLister.Listing inputs,
            List<InputSplit> splits,
            RunPlan plan) {}

    /**
     * Checks settings, inputs and output, and plans the stages. Touches nothing.
     *
     * @throws UserError when something has to be mended first
     */
    public Prepared prepare() throws IOException {
        RunConfiguration configuration = ConfigurationLoader.bind(request.settings());
        new SettingsCheck().check(configuration);
        Configuration hadoop = new Configuration();
        hadoop.setIfUnset("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        QualityRules.checked(configuration.quality(), hadoop);
        RunDirectory directory = RunDirectory.at(request.output(), hadoop);
        InputLister.Listing inputs = new InputLister(
                        hadoop,
                        configuration.input().root(),
                        EnumSet.of(InputKind.ARCHIVE, InputKind.JSONL, InputKind.PARQUET))
                .list(request.inputs());
        new InputProbe(hadoop).check(inputs.files());
        List<InputSplit> splits =
                new SplitPlanner(configuration.input().splitSize().bytes()).plan(inputs.files());
        RunPlan plan = RunPlan.of(directory, request.settings(), fingerprint(inputs.files()));
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

    private static String fingerprint(List<InputFile> files) {
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

    /** Runs all stages that are not finished; prints the summary; returns what tripped. */
    public Outcome run(Prepared prepared, PrintWriter out) throws IOException {
        RunDirectory directory = prepared.directory();
        try (RunLock lock = RunLock.take(directory);
                SparkSession session = Sessions.open("babelmill run", request.master())) {
            RunDirectory withSpark = RunDirectory.at(
                    directory.root().toString(), session.sparkContext().hadoopConfiguration());
            withSpark.write(new RunRecord(
                    version,
                    request.inputs(),
                    fingerprint(prepared.inputs().files()),
                    prepared.inputs().files().size(),
                    request.settings().root()));
            RunContext context = new RunContext(
                    session,
                    withSpark,
                    request.settings(),
                    prepared.configuration(),
                    prepared.splits(),
                    prepared.plan(),
                    request.console());
            return new StageSequence(context, version).run(out);
        }
    }
}
