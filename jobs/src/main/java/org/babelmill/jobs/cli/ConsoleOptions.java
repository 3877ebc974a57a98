package org.babelmill.jobs.cli;

import java.util.Optional;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** {@code --quiet} and {@code --master}, for commands that work long. */
final class ConsoleOptions {

    @Option(
            names = "--quiet",
            description = "Print no progress and no tables, only where the results are, and problems.")
    private boolean quiet;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master, such as local[4]; default: what spark-submit says, else all cores here.")
    private String master;

    /** What the log is made of. */
    enum LogFormat {
        /** Lines for people. */
        TEXT,
        /** One JSON object a line, progress among them. */
        JSON
    }

    @Option(
            names = LoggingSetup.OPTION,
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What is logged on standard error: text, or json, one object a line with what each stage did."
                    + " Default: ${DEFAULT-VALUE}")
    private LogFormat logFormat;

    /**
     * Where progress goes: into the log where that is JSON, else to standard error, as one moving line where the launcher
     * says that it is a terminal.
     */
    Console console() {
        if (logFormat == LogFormat.JSON) {
            Logger log = LoggerFactory.getLogger("org.babelmill.progress");
            return new Console(log::info, false, quiet);
        }
        return Console.on(System.err, Boolean.getBoolean("babelmill.terminal"), quiet);
    }

    /** The master, if one was named. */
    Optional<String> master() {
        return Optional.ofNullable(master);
    }
}
