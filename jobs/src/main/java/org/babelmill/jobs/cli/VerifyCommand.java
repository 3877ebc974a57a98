package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.ReleaseFile;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.verify.Finding;
import org.babelmill.jobs.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks finished shards. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads finished shards again and checks checksums, schema, counts, row groups, page indexes, Bloom filters,"
                    + " names, duplicate ids, that no duplicates are in both splits, that no personal data is left"
                    + " unmasked, and that nothing opted out or taken back is in them.",
            "",
            "Prints each finding; exit code 3 when there is one."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run, its shards, or a published copy.")
    private String directory;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        Release release = Release.open(directory, hadoop);
        release.checkCurrent();
        List<Finding> findings = new Verification(release).run(console.master());
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(out::println);
        out.println(
                findings.isEmpty()
                        ? Counted.of(ReleaseFile.of(release).size(), "file") + " ("
                                + Counted.of(release.manifest().files().size(), "shard")
                                + ", card, statistics, checksums) as the manifest of version "
                                + release.manifest().version() + " says"
                        : Counted.of(findings.size(), "finding"));
        out.flush();
        return findings.isEmpty() ? Main.DONE : Main.GUARD;
    }
}
