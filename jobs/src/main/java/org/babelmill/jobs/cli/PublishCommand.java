package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.HeldLanguages;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.FolderTarget;
import org.babelmill.jobs.release.HubTarget;
import org.babelmill.jobs.release.Publisher;
import org.babelmill.jobs.release.ReleaseTarget;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.babelmill.jobs.spark.StageProgress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes shards. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Copies finished shards to a folder (local, HDFS, S3-compatible) or to a data set repository on the Hugging"
                    + " Face Hub. Files that are there already are not sent again; the manifest comes last.",
            "",
            "Secrets come from Hadoop's credential providers or the environment (HF_TOKEN, AWS_…), never from options."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill publish corpus s3a://bucket/corpus --dry-run",
            "  babelmill publish corpus hf://datasets/owner/name --private",
        })
final class PublishCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A run or its shards.")
    private String directory;

    @Parameters(index = "1", paramLabel = "TARGET", description = "Folder, or hf://datasets/OWNER/NAME.")
    private String target;

    @Option(names = "--dry-run", description = "Compare, say what would be sent, and stop.")
    private boolean dryRun;

    @Option(names = "--threads", defaultValue = "4", description = "Files at the same time; default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--private", description = "Make a new repository private.")
    private boolean hidden;

    @Option(names = "--quiet", description = "Print no progress, only results and problems.")
    private boolean quiet;

    @Option(
            names = "--despite-alarm",
            paramLabel = "TAG",
            split = ",",
            description = "Publish these languages although the run's alarm doubts their label.")
    private List<String> despite = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > 256) {
            throw new UserError("--threads " + threads + ": from 1 to 256");
        }
        Configuration hadoop = Sessions.storage();
        Release release = Release.open(directory, hadoop);
        release.checkCurrent();
        Map<String, Long> held = HeldLanguages.of(release, despite, hadoop);
        if (!held.isEmpty()) {
            held.forEach((tag, signs) -> spec.commandLine()
                    .getErr()
                    .println("babelmill: alarm: " + tag + ": " + signs + " signs that the label is wrong; nothing was"
                            + " published. Look at it in report.html, then leave it out with language.select, or give"
                            + " --despite-alarm " + tag));
            return Main.GUARD;
        }
        ReleaseTarget to = target.startsWith(HubTarget.PREFIX)
                ? HubTarget.of(target, hidden, hadoop)
                : new FolderTarget(new Path(target), hadoop);
        Publisher publisher = new Publisher(release, to, threads);
        Publisher.Plan plan = publisher.plan();
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            plan.send().forEach(file -> out.printf(Locale.ROOT, "%,15d bytes  %s%n", file.bytes(), file.path()));
        } else {
            Console console = Console.on(System.err, Boolean.getBoolean("babelmill.terminal"), quiet);
            try (StageProgress progress = StageProgress.start("publish", () -> progress(publisher, plan), console)) {
                publisher.publish(plan);
            }
        }
        out.printf(
                Locale.ROOT,
                "%s %s, %,d bytes, to %s; there already: %s%n",
                dryRun ? "would send" : "sent",
                Counted.of(plan.send().size(), "file"),
                plan.bytes(),
                to.describe(),
                Counted.of(plan.present().size(), "file"));
        out.flush();
        return Main.DONE;
    }

    private static Progress progress(Publisher publisher, Publisher.Plan plan) {
        String counts = String.format(
                Locale.ROOT,
                "%,d of %,d files, %,d of %,d bytes",
                publisher.sentFiles(),
                plan.send().size(),
                publisher.sentBytes(),
                plan.bytes());
        return new Progress(publisher.sentBytes(), plan.bytes(), 0, counts);
    }
}
