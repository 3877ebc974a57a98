package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.textdedup.TextDedupJob;
import org.babelmill.pipeline.config.ConfigurationLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "A run directory whose dedup stage is to be done again, with the settings it has recorded;"
                    + " instead of --input and --output.")
    private String directory;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "JSON lines (plain, .gz, .zst) or Parquet with id and text, and url, date, language where there"
                            + " are any: files, folders, globs, or lists (*.paths.gz). Any storage Hadoop knows.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "The run directory to make.")
    private String output;

    @Mixin
    private JobOptions job = new JobOptions();

    @Override
    public Integer call() throws IOException {
        if (directory != null) {
            if (!inputs.isEmpty() || output != null) {
                throw new ParameterException(spec.commandLine(), "name either DIR, or --input and --output");
            }
            return new StageOfRun(directory, job).execute(List.of(RunStage.DEDUP), spec.commandLine());
        }
        if (inputs.isEmpty() || output == null) {
            throw new ParameterException(spec.commandLine(), "--input and --output are needed, or a run directory");
        }
        RunRequest request =
                job.request(inputs, output, job.settings(ConfigurationLoader.defaults()), RunStage.TEXT_DEDUP);
        TextDedupJob texts = new TextDedupJob(request, BuildVersion.number());
        return job.execute(texts::prepare, texts::run, spec.commandLine());
    }
}
