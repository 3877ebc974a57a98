package org.babelmill.jobs.cli;

/** Points Log4j at this program's own settings, unless somebody chose others. Must run before the first logger. */
final class LoggingSetup {

    private static final String FILE = "log4j2.configurationFile";

    private LoggingSetup() {}

    static void apply() {
        boolean underSparkSubmit = System.getProperty("SPARK_SUBMIT") != null;
        if (System.getProperty(FILE) == null && !underSparkSubmit) {
            System.setProperty(FILE, "classpath:org/babelmill/jobs/log4j2.properties");
        }
    }
}
