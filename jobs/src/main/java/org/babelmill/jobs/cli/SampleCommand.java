package org.babelmill.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole job on the embedded crawl. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole job on an embedded crawl of some hundred pages in many languages, and leaves a corpus, its"
                    + " dataset card and a report to look at.",
            "",
            "The crawl itself is put into DIR/input: what this command does is babelmill run --input DIR/input"
                    + " --output DIR --set url.lists=DIR/input/lists"
        })
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"--out", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The run directory, on this machine.")
    private Path output;

    @Mixin
    private JobOptions job = new JobOptions();

    /** Before the crawl is put there. */
    private void checkOutput() throws IOException {
        if (!Files.isDirectory(output) || Files.exists(output.resolve("run.json"))) {
            return;
        }
        try (Stream<Path> files = Files.list(output)) {
            Optional<String> foreign = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("input"))
                    .sorted()
                    .findFirst();
            if (foreign.isPresent()) {
                throw new UserError("--out " + output + ": exists and holds something else (" + foreign.get()
                        + "); name an empty folder");
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Path input = output.toAbsolutePath().normalize().resolve("input");
        checkOutput();
        EmbeddedSample.unpack(input);
        ConfigurationTree tree = ConfigurationLoader.defaults()
                .set("card.name=Babelmill sample")
                .set("url.lists=" + input.resolve(EmbeddedSample.BLOCK_LISTS));
        return job.execute(
                job.request(List.of(input.toString()), output.toString(), job.settings(tree), RunStage.CORPUS),
                spec.commandLine());
    }
}
