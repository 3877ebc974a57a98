package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.pipeline.config.ConfigurationLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Duplicates: of a collection of texts, or again of a run. */
@Command(
        name = "dedup",
        mixinStandardHelpOptions = true,
        description = {
            "Finds exact and near duplicates: who is like whom, and who stays.",
            "",
            "With --input and --output: in a collection of texts. Texts are compared within a language where the input"
                    + " names one. A job that was stopped goes on where it was when the same command is given again.",
            "With DIR: again in a run directory, from its signatures, with other settings."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill dedup --input docs.jsonl.gz --output out",
            "  babelmill dedup --input docs/ --output out --set dedup.mode=fineweb      datatrove's result",
            "  babelmill dedup out --set dedup.threshold=0.8 --overwrite",
            "  babelmill export out clusters --format tsv --columns id,cluster,keep",
        })
final class DedupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A run directory.")
    private String directory;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "JSON lines (plain, .gz, .zst) or Parquet with id and text, and url, date, language where there"
                            + " are any: files, folders, globs, or lists (*.paths.gz). Any storage Hadoop knows.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "The run directory to write.")
    private String output;

    @Mixin
    private JobOptions job = new JobOptions();

    @Override
    public Integer call() throws IOException {
        if (directory != null && inputs.isEmpty() && output == null) {
            return new StageOfRun(directory, job).execute(List.of(RunStage.DEDUP), spec.commandLine());
        }
        if (directory != null || inputs.isEmpty() || output == null) {
            throw new ParameterException(
                    spec.commandLine(), "name either a run directory, or texts with --input and --output");
        }
        return job.execute(
                job.request(inputs, output, job.settings(ConfigurationLoader.defaults()), RunStage.TEXT_DEDUP),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
