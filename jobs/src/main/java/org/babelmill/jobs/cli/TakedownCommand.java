package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.takedown.TakedownExchange;
import org.babelmill.jobs.takedown.TakedownJob;
import org.babelmill.jobs.takedown.TakedownList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes documents back. */
@Command(
        name = "takedown",
        mixinStandardHelpOptions = true,
        description = {
            "Removes documents from finished shards, in place. Only the row groups that hold one are written again; card,"
                    + " checksums and manifest are updated, the version rises to the next major one, and hashes of what"
                    + " was removed are kept in tombstones.txt for later builds (takedown.tombstones).",
            "",
            "Files of lists have one entry a line; lines that begin with # say nothing. An entry of which there is"
                    + " nothing ends the command with exit code 3; it is remembered for later builds all the same."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill takedown corpus/shards --urls urls.txt --dry-run",
            "  babelmill takedown corpus --hosts hosts.txt --ids ids.txt",
        })
final class TakedownCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run, its shards, or a published copy in a folder.")
    private String directory;

    @Option(names = "--urls", paramLabel = "FILE", description = "Addresses of pages, exactly as in the column url.")
    private String urls;

    @Option(names = "--hosts", paramLabel = "FILE", description = "Hosts; those below them are meant too.")
    private String hosts;

    @Option(names = "--ids", paramLabel = "FILE", description = "Document ids.")
    private String ids;

    @Option(names = "--dry-run", description = "Say what would be removed, what would take its place, and stop.")
    private boolean dryRun;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        TakedownList list = TakedownList.parse(
                read("--urls", urls, hadoop), read("--hosts", hosts, hadoop), read("--ids", ids, hadoop));
        if (list.isEmpty()) {
            throw new UserError("name what is to be removed: --urls, --hosts or --ids with a file that has entries");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (String folder : new String[] {directory, directory + "/shards"}) {
            Path root = new Path(folder);
            if (!dryRun && new TakedownExchange(root.getFileSystem(hadoop).makeQualified(root), hadoop).finish()) {
                out.println("A takedown that was stopped before is finished now.");
            }
        }
        Release release = Release.open(directory, hadoop);
        // Else what takes a document's place would be chosen by decisions that the shards do not follow.
        release.checkCurrent();
        TakedownJob.Outcome outcome = new TakedownJob(release, list).run(dryRun, console.master());
        out.println((dryRun ? "would remove " : "removed ")
                + Counted.of(outcome.documents().size(), "document")
                + " in " + Counted.of(outcome.groups(), "row group")
                + " of " + Counted.of(outcome.files(), "file"));
        name(outcome.documents(), out);
        NothingFound.print(
                spec.commandLine().getErr(),
                "the shards",
                outcome.unmatched().stream()
                        .map(entry -> entry + hint(entry, list))
                        .toList());
        if (!dryRun && !outcome.documents().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "promoted %s; %,d of %,d bytes (%.1f %%) are row groups that did not have to be written"
                            + " again; version %s%n",
                    Counted.of(outcome.promoted(), "duplicate"),
                    outcome.reused(),
                    outcome.bytes(),
                    outcome.bytes() == 0 ? 100.0 : 100.0 * outcome.reused() / outcome.bytes(),
                    outcome.version());
            Optional<RunDirectory> run = release.run();
            if (run.isPresent()) {
                out.println("note      report.html and the run's own tables still hold the text; babelmill report "
                        + run.get().shown() + " --overwrite makes the report anew");
            }
        }
        out.flush();
        return outcome.unmatched().isEmpty() ? Main.DONE : Main.GUARD;
    }

    private static void name(List<TakedownJob.TakenBack> documents, PrintWriter out) {
        documents.stream().limit(MOST_NAMED).forEach(document -> {
            String name = document.url().isEmpty() ? document.id() : document.url();
            out.println("  " + name + "   " + document.file());
            document.instead().ifPresent(twin -> out.println("    in its place a duplicate: " + twin));
        });
        if (documents.size() > MOST_NAMED) {
            out.println("  and " + Counted.of(documents.size() - MOST_NAMED, "other"));
        }
    }

    private static String hint(String entry, TakedownList list) {
        return list.urls().contains(entry) && !entry.contains("://")
                ? "; addresses begin with http:// or https://, a whole host belongs into --hosts"
                : "";
    }

    private static String read(String option, String file, Configuration hadoop) {
        if (file == null) {
            return "";
        }
        try {
            return new StageFiles(hadoop).read(file);
        } catch (IOException e) {
            throw new UserError(
                    option + " " + file + ": cannot be read: " + e.getMessage()
                            + "; it is a file with one entry a line",
                    e);
        }
    }
}
