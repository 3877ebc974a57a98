package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.index.IndexContents;
import org.babelmill.jobs.index.IndexJob;
import org.babelmill.jobs.index.SignatureIndex.Change;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Duplicates over many snapshots. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the signatures of many snapshots, so that the next one is deduplicated against all of them without"
                    + " shuffling them again.",
            "",
            "The clusters of everything lie in DIR/clusters as Parquet after each change, and are those of a run from"
                    + " scratch over what the index then holds."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill index add idx --run out-2025-05 --snapshot CC-MAIN-2025-05",
            "  babelmill index remove idx --snapshot CC-MAIN-2025-05",
            "  babelmill index forget idx --hosts takedown.txt",
            "  babelmill index list idx",
        })
final class IndexCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: add, remove, forget or list");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds the documents of a finished run.")
    int add(
            @Parameters(paramLabel = "DIR", description = "The index; made when there is none.") String index,
            @Option(names = "--run", paramLabel = "RUN", required = true, description = "Directory of the run.")
                    String run,
            @Option(names = "--snapshot", paramLabel = "NAME", required = true, description = "Its name in the index.")
                    String snapshot,
            @Mixin ConsoleOptions console)
            throws IOException {
        return change(index, console, job -> job.add(run, snapshot));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a snapshot.")
    int remove(
            @Parameters(paramLabel = "DIR", description = "The index.") String index,
            @Option(names = "--snapshot", paramLabel = "NAME", required = true, description = "Its name in the index.")
                    String snapshot,
            @Mixin ConsoleOptions console)
            throws IOException {
        return change(index, console, job -> job.remove(snapshot));
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Removes documents; where one that stayed goes, another member of its cluster stays.")
    int forget(
            @Parameters(paramLabel = "DIR", description = "The index.") String index,
            @Option(names = "--ids", paramLabel = "FILE", description = "Document ids, one a line.") String ids,
            @Option(
                            names = "--hosts",
                            paramLabel = "FILE",
                            description = "Host names, one a line; those below them are meant too.")
                    String hosts,
            @Mixin ConsoleOptions console)
            throws IOException {
        if (ids == null && hosts == null) {
            throw new ParameterException(spec.subcommands().get("forget"), "name --ids, --hosts or both");
        }
        Set<String> wantedIds = lines("--ids", ids, false);
        Set<String> wantedHosts = lines("--hosts", hosts, true);
        return change(index, console, job -> {
            NothingFound.print(spec.commandLine().getErr(), "the index", job.unknown(wantedIds, wantedHosts));
            return job.forget(wantedIds, wantedHosts);
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Says which snapshots an index holds, in the order they were added, and of how many documents.")
    int list(@Parameters(paramLabel = "DIR", description = "The index.") String index) throws IOException {
        IndexContents contents = IndexContents.of(index, Sessions.storage());
        PrintWriter out = spec.commandLine().getOut();
        int width =
                contents.snapshots().stream().mapToInt(s -> s.name().length()).reduce("snapshot".length(), Math::max);
        String name = "%-" + width + "s";
        out.printf(Locale.ROOT, name + "  %10s  %14s%n", "snapshot", "files", "documents");
        long documents = 0;
        for (IndexContents.Held held : contents.snapshots()) {
            documents += held.documents();
            out.printf(Locale.ROOT, name + "  %,10d  %,14d%n", held.name(), held.files(), held.documents());
        }
        out.println(Counted.of(contents.snapshots().size(), "snapshot") + ", " + Counted.of(documents, "document")
                + ", dedup.mode " + contents.mode());
        return Main.DONE;
    }

    private interface Work {
        Change on(IndexJob job) throws IOException;
    }

    private int change(String index, ConsoleOptions console, Work work) throws IOException {
        try (SparkSession spark = Sessions.open("babelmill index", console.master())) {
            Change change = work.on(new IndexJob(spark, index));
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%,d documents, %,d duplicates in %,d clusters; %,d that gave way before stay now, %,d give way"
                                    + " that did not, new ones among them%n",
                            change.documents(),
                            change.duplicates(),
                            change.clusters(),
                            change.promoted(),
                            change.demoted());
            return Main.DONE;
        }
    }

    private static Set<String> lines(String option, String file, boolean lowerCase) {
        if (file == null) {
            return Set.of();
        }
        Path path = new Path(file);
        try (FSDataInputStream in = path.getFileSystem(new Configuration()).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> lowerCase ? line.toLowerCase(Locale.ROOT) : line)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UserError(option + " " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
