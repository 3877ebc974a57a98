package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.serve.RunServer;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A run in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a run in the browser of this machine: search, every decision about a document, duplicates side by side,"
                    + " and a slider that tells what another threshold would do. Reads only; listens on 127.0.0.1 alone;"
                    + " ends with Ctrl-C."
        },
        footer = {"", "Example:", "  babelmill serve corpus"})
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run directory.")
    private String directory;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8377",
            description = "Port to listen on; 0 takes a free one. Default: 8377.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunView run = RunView.open(directory, Sessions.storage());
        try (RunServer server = RunServer.start(run, port)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(server.address());
            out.flush();
            new CountDownLatch(1).await();
        }
        return Main.DONE;
    }
}
