package org.babelmill.jobs.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.babelmill.jobs.cli.Main;

/**
 * Runs command lines of a shell script one after another in one Java process, so that a hundred commands need not start
 * Java a hundred times. Requests come through named pipes from {@code command-client.sh}, which stands on the script's
 * path as {@code babelmill}.
 */
public final class CommandServer {

    private final Path desk;

    private CommandServer(Path desk) {
        this.desk = desk;
    }

    /** Serves until it is told to end; the argument is the folder with the pipes. */
    public static void main(String[] arguments) throws IOException {
        CommandServer server = new CommandServer(Path.of(arguments[0]));
        while (server.read("request").strip().equals("run")) {
            Files.writeString(server.desk.resolve("answer"), server.run() + "\n");
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(desk.resolve(name));
    }

    private int run() throws IOException {
        String[] words = read("arguments").split("\0");
        try (PrintStream out = stream("stdout");
                PrintStream err = stream("stderr");
                InputStream in = Files.newInputStream(desk.resolve("stdin"))) {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
            return Main.run(
                    new PrintWriter(out, true, StandardCharsets.UTF_8),
                    new PrintWriter(err, true, StandardCharsets.UTF_8),
                    words);
        }
    }

    private PrintStream stream(String name) throws IOException {
        return new PrintStream(Files.newOutputStream(desk.resolve(name)), true, StandardCharsets.UTF_8);
    }
}
