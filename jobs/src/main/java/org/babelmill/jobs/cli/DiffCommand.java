package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.inspect.RunDifference;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed between two runs. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two runs: settings, documents, kept documents and words by language, outcomes that changed, and the"
                    + " hosts that won or lost most."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill diff corpus-october corpus-november",
            "  babelmill diff corpus-october corpus-november --documents changed.tsv"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "A run directory.")
    private String first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Another one.")
    private String second;

    @Option(names = "--json", description = "Write JSON instead of text.")
    private boolean json;

    @Option(
            names = "--documents",
            paramLabel = "FILE",
            description = "Also write each document whose outcome differs or that only one run has: id, outcome in the"
                    + " first, outcome in the second, separated by tabs; an outcome is kept, stage/rule, or nothing.")
    private Path documents;

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        RunDifference.Result result =
                compare(new RunDifference(RunView.open(first, hadoop), RunView.open(second, hadoop)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? RunDirectory.json(result) : ChangeText.of(result));
        out.flush();
        return Main.DONE;
    }

    private RunDifference.Result compare(RunDifference difference) throws IOException {
        if (documents == null) {
            return difference.compare();
        }
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(documents))) {
            RunDifference.Result result =
                    difference.compare(Optional.of((id, was, is) -> lines.print(id + "\t" + was + "\t" + is + "\n")));
            if (lines.checkError()) {
                throw new IOException(documents + ": could not be written");
            }
            return result;
        }
    }
}
