package org.babelmill.jobs.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import picocli.CommandLine.Option;

/** {@code --output FILE} of commands that write lines: standard output without it. */
final class OutputOption {

    @Option(names = "--output", paramLabel = "FILE", description = "File to write, UTF-8; default: standard output.")
    private String output;

    @Option(names = "--overwrite", description = "Replace the file if it exists.")
    private boolean overwrite;

    /** Work that writes lines. */
    @FunctionalInterface
    interface Lines<T> {

        /** Writes them all. */
        T to(PrintWriter out) throws IOException;
    }

    /** Lets work write to the file, or to standard output. */
    <T> T write(PrintWriter standard, Configuration hadoop, Lines<T> lines) throws IOException {
        if (output == null) {
            return lines.to(standard);
        }
        Path path = new Path(output);
        FileSystem fs = path.getFileSystem(hadoop);
        if (fs.exists(path) && !overwrite) {
            throw new UserError("--output " + output + ": exists; name another file, or give --overwrite");
        }
        try (OutputStream bytes = fs.create(path, true);
                PrintWriter out =
                        new PrintWriter(new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)))) {
            return lines.to(out);
        }
    }
}
