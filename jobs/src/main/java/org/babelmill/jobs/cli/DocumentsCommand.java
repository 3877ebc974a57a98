package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.babelmill.jobs.run.RunStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The stage alone. */
@Command(
        name = "documents",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the run's archives again: documents, signals and ledger.",
            "",
            "Settings are those the run has recorded, with --config and --set over them; what follows from this stage is out of date afterwards."
        })
final class DocumentsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run directory.")
    private String directory;

    @Mixin
    private JobOptions job = new JobOptions();

    @Override
    public Integer call() throws IOException {
        return new StageOfRun(directory, job).execute(List.of(RunStage.DOCUMENTS), spec.commandLine());
    }
}
