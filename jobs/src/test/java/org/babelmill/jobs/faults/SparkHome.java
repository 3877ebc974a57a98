package org.babelmill.jobs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Spark of a cluster: the one in the distribution, without the jars that {@code babelmill-submit.jar} brings.
 *
 * @param folder with {@code jars}
 */
record SparkHome(Path folder) {

    private static final Pattern IN_SUBMIT_JAR = Pattern.compile(
            "(babelmill|jsoup|jwarc|lingua|kotlin|moshi|okio|fastutil|tika|pdfbox|fontbox|xmpbox|jempbox|bc[a-z]+|"
                    + "crawler-commons|libphonenumber|juniversalchardet|dec|picocli)-.*");

    /**
     * Makes one.
     *
     * @param distribution what {@code package} leaves
     */
    static SparkHome of(Path distribution) throws IOException {
        // Beside the distribution: what deletes temporary folders warns about links that lead out of them.
        Path home = distribution.resolveSibling("spark");
        Path jars = Files.createDirectories(home.resolve("jars"));
        try (Stream<Path> all = Files.list(distribution.resolve("lib"))) {
            for (Path jar : all.toList()) {
                String name = jar.getFileName().toString();
                if (!IN_SUBMIT_JAR.matcher(name).matches() && !Files.exists(jars.resolve(name))) {
                    Files.createSymbolicLink(jars.resolve(name), jar);
                }
            }
        }
        return new SparkHome(home);
    }

    /** The jars as a class path has them. */
    String jars() {
        return folder + "/jars/*";
    }

    /**
     * Starts one of Spark's programs.
     *
     * @param log where its output goes; it works in the folder of that file
     * @param classPath more of it, before Spark's jars
     * @param environment more of it
     * @param heap as Java's option
     * @param arguments the class, and what it is told
     */
    Process start(Path log, List<String> classPath, Map<String, String> environment, String heap, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), heap));
        command.addAll(List.of(System.getProperty("babelmill.opens").split(" ")));
        List<String> path = new ArrayList<>(classPath);
        path.add(jars());
        command.addAll(List.of("-cp", String.join(":", path)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
