package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.babelmill.jobs.lines.LinesJob;
import org.babelmill.jobs.run.RunRequest;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.pipeline.config.ConfigurationLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Boilerplate lines. */
@Command(
        name = "lines",
        mixinStandardHelpOptions = true,
        description = {
            "Takes out of a collection of texts the lines that too many hosts or pages have.",
            "",
            "Lines that differ in case, digits, punctuation or accents only are one line. The result is Parquet that"
                    + " babelmill dedup and babelmill run read; the ledger has a row for each document that lost lines."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill lines --input docs/ --output out",
            "  babelmill lines --input docs/ --output out --set lines.hosts=50 --set lines.pages=0",
            "  babelmill dedup --input out/texts --output clusters",
        })
final class LinesCommand implements Callable<Integer> {

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

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "The run directory to make.")
    private String output;

    @Mixin
    private JobOptions job = new JobOptions();

    @Override
    public Integer call() throws IOException {
        RunRequest request =
                job.request(inputs, output, job.settings(ConfigurationLoader.defaults()), RunStage.TEXT_LINES);
        LinesJob lines = new LinesJob(request, BuildVersion.number());
        return job.execute(lines::prepare, lines::run, spec.commandLine());
    }
}
