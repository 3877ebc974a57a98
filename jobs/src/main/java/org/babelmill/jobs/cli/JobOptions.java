package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.babelmill.jobs.corpus.CorpusJob;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.corpus.Outcome;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.summary.RunSummary;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that does stages of a run, and how such a command ends. */
final class JobOptions {

    @Option(
            names = "--overwrite",
            description =
                    "Replace finished results that the settings or the input changed; with the command of a stage, do it"
                            + " again in any case.")
    private boolean overwrite;

    @Option(names = "--dry-run", description = "Check everything, print the plan, and stop.")
    private boolean dryRun;

    @Option(names = "--json", description = "At the end, print one JSON object instead of tables.")
    private boolean json;

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

    /** Checks and plans. */
    @FunctionalInterface
    interface Preparation {

        /** The plan. */
        Prepared prepare() throws IOException;
    }

    /** Does what was prepared. */
    @FunctionalInterface
    interface Work {

        /** Runs, prints a summary, says what tripped. */
        Outcome run(Prepared prepared, PrintWriter out) throws IOException;
    }

    /** Does the stages of a corpus that were asked for, or says what would be done; returns the exit code. */
    int execute(RunRequest request, CommandLine command) throws IOException {
        CorpusJob corpus = new CorpusJob(request, BuildVersion.number());
        return execute(corpus::prepare, corpus::run, command);
    }

    /** Does work, or says what would be done; returns the exit code. */
    int execute(Preparation preparation, Work work, CommandLine command) throws IOException {
        Prepared prepared = preparation.prepare();
        PrintWriter out = command.getOut();
        if (dryRun) {
            out.print(new PlanText(prepared).text());
            out.flush();
            return Main.DONE;
        }
        boolean nothingToDo = prepared.plan().isDone();
        Outcome outcome = work.run(prepared, json ? new PrintWriter(Writer.nullWriter()) : out);
        if (json) {
            out.println(RunSummary.json(prepared.directory(), outcome.alarms()));
            out.flush();
        } else if (nothingToDo) {
            out.println("Nothing to do: "
                    + prepared.directory().shown()
                    + " is finished with these settings and this input"
                    + (overwrite ? "." : "; --overwrite with the command of a stage does that stage again."));
        }
        for (String alarm : outcome.alarms()) {
            command.getErr().println("babelmill: alarm: " + alarm);
        }
        return outcome.alarms().isEmpty() ? Main.DONE : Main.GUARD;
    }
}
