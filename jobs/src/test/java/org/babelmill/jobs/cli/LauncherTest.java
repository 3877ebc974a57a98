package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.spark.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher makes of its environment: a "java" stands in that prints its arguments, one a line. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("src/main/launcher/babelmill").toAbsolutePath();

    private static final String OUT_OF_MEMORY = "-XX:+CrashOnOutOfMemoryError";

    @TempDir
    private Path folder;

    @BeforeEach
    void standIn() throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> arguments(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", LAUNCHER.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(command));
        builder.environment().remove("HADOOP_CONF_DIR");
        builder.environment().remove("BABELMILL_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    @Test
    void aProgramThatRunsOutOfMemoryDiesAtOnce() throws Exception {
        assertThat(arguments(Map.of(), "run")).contains(OUT_OF_MEMORY);
    }

    @Test
    void longCommandsAreOptimisedAsExecutorsAre() throws Exception {
        assertThat(arguments(Map.of(), "run")).containsSubsequence(Sessions.OPTIMISE_LATE.split(" "));
        assertThat(arguments(Map.of("BABELMILL_JAVA_OPTS", "-XX:Tier4BackEdgeThreshold=40000"), "run"))
                .containsSubsequence("-XX:Tier4BackEdgeThreshold=2000000", "-XX:Tier4BackEdgeThreshold=40000");
        assertThat(arguments(Map.of(), "explain")).contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void longCommandsAskForLargePagesWhereThereAreSome() throws Exception {
        Path enabled = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        boolean some = Files.exists(enabled) && !Files.readString(enabled).contains("[never]");
        assertThat(arguments(Map.of(), "run").contains(Sessions.HUGE_PAGES)).isEqualTo(some);
        assertThat(arguments(Map.of(), "explain")).doesNotContain(Sessions.HUGE_PAGES);
    }

    @Test
    void whatTheUserSaysComesAfterTheLaunchersOwnOptionsAndWins() throws Exception {
        assertThat(arguments(
                        Map.of(
                                "BABELMILL_JAVA_OPTS",
                                "-Xmx2g -XX:-CrashOnOutOfMemoryError",
                                "HADOOP_CONF_DIR",
                                "/etc/h"),
                        "sample",
                        "--out",
                        "two words"))
                .containsSubsequence(
                        OUT_OF_MEMORY, "-Xbootclasspath/a:/etc/h", "-Xmx2g", "-XX:-CrashOnOutOfMemoryError")
                .endsWith("sample", "--out", "two words");
    }
}
