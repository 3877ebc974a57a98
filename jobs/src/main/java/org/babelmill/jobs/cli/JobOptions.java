package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.babelmill.jobs.corpus.CorpusJob;
import org.babelmill.jobs.corpus.Outcome;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that does stages of a run, and how such a command ends. */
final class JobOptions {

    @Option(names = "--overwrite", description = "Replace finished results that the settings or the input changed.")
    private boolean overwrite;

    @Option(names = "--dry-run", description = "Check everything, print the plan, and stop.")
    private boolean dryRun;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    /** Base settings with the user's over them. */
    ConfigurationTree settings(ConfigurationTree base) {
        return settings.over(base, Sessions.storage());
    }

    /** A request for stages. */
    RunRequest request(List<String> inputs, String output, ConfigurationTree tree, List<RunStage> stages) {
        return new RunRequest(inputs, output, tree, stages, overwrite, console.master(), console.console());
    }

    /** Does what was asked for, or says what would be done; returns the exit code. */
    int execute(RunRequest request, PrintWriter out, PrintWriter err) throws IOException {
        CorpusJob job = new CorpusJob(request, BuildVersion.number());
        CorpusJob.Prepared prepared = job.prepare();
        if (dryRun) {
            out.print(new PlanText(prepared).text());
            out.flush();
            return Main.DONE;
        }
        boolean nothingToDo = prepared.plan().isDone();
        Outcome outcome = job.run(prepared, out);
        if (nothingToDo) {
            out.println("Nothing to do: " + request.output() + " is finished with these settings and this input.");
        }
        for (String alarm : outcome.alarms()) {
            err.println("babelmill: alarm: " + alarm);
        }
        return outcome.alarms().isEmpty() ? Main.DONE : Main.GUARD;
    }
}
