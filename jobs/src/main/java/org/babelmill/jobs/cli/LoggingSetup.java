package org.babelmill.jobs.cli;

import java.net.URI;
import java.util.Arrays;
import org.apache.logging.log4j.core.config.Configurator;

/** Points Log4j at this program's own settings, unless somebody chose others. Must run before the first logger. */
final class LoggingSetup {

    /** The option of {@link ConsoleOptions} that is looked for here, since logging begins before options are read. */
    static final String OPTION = "--log-format";

    private static final String FILE = "log4j2.configurationFile";
    private static final String FOLDER = "classpath:org/babelmill/jobs/";

    private LoggingSetup() {}

    static void apply(String... args) {
        boolean underSparkSubmit = System.getProperty("SPARK_SUBMIT") != null;
        if (isJson(args)) {
            System.setProperty(FILE, FOLDER + "log4j2-json.properties");
            if (underSparkSubmit) {
                // Spark has logged already.
                Configurator.reconfigure(URI.create(FOLDER + "log4j2-json.properties"));
            }
        } else if (System.getProperty(FILE) == null && !underSparkSubmit) {
            System.setProperty(FILE, FOLDER + "log4j2.properties");
        }
    }

    private static boolean isJson(String... args) {
        int at = Arrays.asList(args).indexOf(OPTION);
        return Arrays.asList(args).contains(OPTION + "=json")
                || at >= 0 && at + 1 < args.length && args[at + 1].equals("json");
    }
}
