package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.corpus.Outcome;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.textdedup.TextDedupJob;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Duplicate detection alone. */
@Command(
        name = "dedup",
        mixinStandardHelpOptions = true,
        description = {
            "Finds exact and near duplicates in a collection of texts: who is like whom, and who stays.",
            "",
            "Texts are compared within a language where the input has one. A job that was stopped goes on where it"
                    + " was when the same command is given again."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill dedup --input docs.jsonl.gz --output out",
            "  babelmill dedup --input docs/ --output out --set dedup.mode=fineweb       datatrove's result",
            "  babelmill export out clusters --format tsv --columns id,cluster,keep",
        })
final class DedupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description =
                    "JSON lines (plain, .gz, .zst) or Parquet with id and text, and url, date, language where there"
                            + " are any: files, folders, globs, or lists (*.paths.gz). Any storage Hadoop knows.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "The run directory.")
    private String output;

    @Option(names = "--overwrite", description = "Replace finished results that the settings or the input changed.")
    private boolean overwrite;

    @Option(names = "--dry-run", description = "Check everything, print the plan, and stop.")
    private boolean dryRun;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        ConfigurationTree tree = settings.over(ConfigurationLoader.defaults(), new Configuration());
        RunRequest request = new RunRequest(inputs, output, tree, overwrite, console.master(), console.console());
        TextDedupJob job = new TextDedupJob(request, BuildVersion.number());
        Prepared prepared = job.prepare();
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            out.print(new PlanText(prepared).text());
            out.flush();
            return Main.DONE;
        }
        Outcome outcome = job.run(prepared, out);
        outcome.alarms().forEach(alarm -> spec.commandLine().getErr().println("babelmill: alarm: " + alarm));
        return outcome.alarms().isEmpty() ? Main.DONE : Main.GUARD;
    }
}
