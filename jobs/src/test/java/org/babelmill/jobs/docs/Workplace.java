package org.babelmill.jobs.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder in which shell commands run as in a reader's checkout after the build. */
final class Workplace {

    private static final int PATIENCE_MINUTES = 5;

    private final Path folder;
    private final Path desk;
    private final Process server;

    private Workplace(Path folder, Path desk, Process server) {
        this.folder = folder;
        this.desk = desk;
        this.server = server;
    }

    /**
     * How a script ended.
     *
     * @param code exit code
     * @param output all that it printed
     */
    record Ended(int code, String output) {}

    static Workplace open(Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("work"));
        Path desk = Files.createDirectory(temporary.resolve("desk"));
        new ProcessBuilder("mkfifo", desk + "/request", desk + "/answer")
                .start()
                .onExit()
                .join();
        Path bin = Files.createDirectories(folder.resolve("jobs/target/babelmill/bin"));
        try (InputStream client = Workplace.class.getResourceAsStream("command-client.sh")) {
            executable(bin.resolve("babelmill"), new String(client.readAllBytes(), StandardCharsets.UTF_8));
        }
        // The build that the README begins with is the one that runs this test.
        executable(folder.resolve("mvnw"), "#!/bin/sh\n");
        ReadersFiles.write(folder);
        return new Workplace(folder, desk, server(folder, desk));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * The program in a process of its own, because its working folder is this one's. For a hundred documents Spark is told
     * not to plan anew after each stage, which makes a job of each.
     */
    private static Process server(Path folder, Path desk) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dspark.sql.shuffle.partitions=2",
                "-Dspark.sql.adaptive.enabled=false"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), CommandServer.class.getName(), desk.toString()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(desk.resolve("server.log").toFile())
                .start();
    }

    Ended run(String script) throws IOException, InterruptedException {
        File output = desk.resolve("output").toFile();
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", script)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output);
        Map<String, String> environment = builder.environment();
        environment.put("BABELMILL_DESK", desk.toString());
        environment.put("PATH", folder.resolve("jobs/target/babelmill/bin") + ":" + environment.get("PATH"));
        Process shell = builder.start();
        if (!shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
        }
        return new Ended(shell.waitFor(), Files.readString(output.toPath()));
    }

    void close() throws IOException, InterruptedException {
        if (server.isAlive()) {
            Files.writeString(desk.resolve("request"), "end\n");
            if (!server.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                server.destroy();
            }
        }
    }
}
