package org.babelmill.jobs.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.apache.hadoop.security.AccessControlException;
import org.babelmill.jobs.UserError;
import org.babelmill.pipeline.config.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The program. Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 done but a guard tripped (an alarm, a
 * quarantined or unreadable file).
 */
public final class Main {

    /** The command did what it was asked. */
    public static final int DONE = 0;

    /** Something broke that the user did not cause. */
    public static final int FAILED = 1;

    /** A wrong option, path or setting: nothing was done. */
    public static final int USAGE = 2;

    /** Done, but something needs to be looked at; what it is was printed. */
    public static final int GUARD = 3;

    private static final String CREDENTIALS =
            "\ncredentials come from Hadoop's providers: core-site.xml in HADOOP_CONF_DIR,"
                    + " the environment, or what the machine has";

    private Main() {}

    /** Runs a command line and ends the Java process with its exit code. */
    public static void main(String[] args) {
        LoggingSetup.apply(args);
        int code = run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
        if (code != DONE) {
            // Not for code 0: YARN counts an application that exits by itself as failed.
            System.exit(code);
        }
    }

    /** Runs a command line. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Optional<String> secret = Secrets.complaint(args);
        if (secret.isPresent()) {
            err.println("babelmill: " + secret.get());
            return USAGE;
        }
        return commands()
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::usage)
                .execute(args);
    }

    /** All commands, ready to take arguments. */
    static CommandLine commands() {
        return new CommandLine(new Babelmill())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setHelpFactory(HelpText::new)
                .setUnmatchedOptionsAllowedAsOptionParameters(false);
    }

    private static int usage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("babelmill: " + UsageMessage.of(e));
        err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static int explain(Exception e, CommandLine command, ParseResult result) {
        Optional<String> mistake = mistake(e);
        if (mistake.isPresent()) {
            mistake.get().lines().forEach(line -> command.getErr().println("babelmill: " + line));
            return USAGE;
        }
        if (isStopping()) {
            command.getErr().println("babelmill: stopped; the same command goes on where it was");
            return FAILED;
        }
        Logger log = LoggerFactory.getLogger(Main.class);
        log.error("failed", e);
        command.getErr().println("babelmill: failed: " + rootMessage(e));
        return FAILED;
    }

    /** Whether this process is being ended, as by Ctrl-C: Spark then stops, and what fails for that is no failure. */
    private static boolean isStopping() {
        Thread hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    /** What the user did wrong, where that is why a command failed. */
    static Optional<String> mistake(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof UserError || at instanceof ConfigurationException) {
                return Optional.of(at.getMessage());
            }
            if (at instanceof AccessDeniedException || at instanceof AccessControlException) {
                String what = String.valueOf(at.getMessage());
                return Optional.of("access denied: " + what + (what.contains("://") ? CREDENTIALS : ""));
            }
        }
        return Optional.empty();
    }

    private static String rootMessage(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getClass().getSimpleName() + ": " + at.getMessage();
    }
}
