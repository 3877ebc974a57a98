package org.babelmill.jobs.cli;

import java.util.Optional;
import org.babelmill.jobs.spark.StageProgress.Console;
import picocli.CommandLine.Option;

/** {@code --quiet} and {@code --master}, for commands that work long. */
final class ConsoleOptions {

    @Option(names = "--quiet", description = "Print no progress, only results and problems.")
    private boolean quiet;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master, such as local[4]; default: what spark-submit says, else all cores here.")
    private String master;

    /** Where progress goes: standard error, as one moving line where the launcher says that it is a terminal. */
    Console console() {
        return new Console(System.err, Boolean.getBoolean("babelmill.terminal"), quiet);
    }

    /** The master, if one was named. */
    Optional<String> master() {
        return Optional.ofNullable(master);
    }
}
