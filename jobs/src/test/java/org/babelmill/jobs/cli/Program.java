package org.babelmill.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the program inside this JVM. */
public final class Program {

    private Program() {}

    /**
     * How a command ended.
     *
     * @param code exit code
     * @param out what stood on standard output
     * @param err what stood on standard error
     */
    public record Ended(int code, String out, String err) {}

    /** Runs a command line. */
    public static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
