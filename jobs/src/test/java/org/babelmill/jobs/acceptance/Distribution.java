package org.babelmill.jobs.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.babelmill.jobs.cli.Program;

/** Runs the program as it is shipped: the launcher in {@code target/babelmill}, in a process of its own. */
public final class Distribution {

    /** Where it stands. */
    public static final Path FOLDER = Path.of("target/babelmill").toAbsolutePath();

    private Distribution() {}

    /** Runs it. */
    public static Program.Ended run(String... arguments) throws IOException {
        return run(null, arguments);
    }

    /** Runs it with Hadoop's settings from a folder, {@code null} for none. */
    public static Program.Ended run(Path hadoopSettings, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(FOLDER.resolve("bin/babelmill").toString()));
        command.addAll(List.of(arguments));
        File out = File.createTempFile("babelmill", ".out");
        File err = File.createTempFile("babelmill", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out).redirectError(err);
            if (hadoopSettings != null) {
                builder.environment().put("HADOOP_CONF_DIR", hadoopSettings.toString());
            }
            Process process = builder.start();
            int code = process.waitFor();
            return new Program.Ended(code, text(out), text(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the program ran", e);
        } finally {
            Files.delete(out.toPath());
            Files.delete(err.toPath());
        }
    }

    private static String text(File file) {
        try {
            return Files.readString(file.toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
