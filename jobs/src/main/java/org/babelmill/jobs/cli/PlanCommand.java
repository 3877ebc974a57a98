package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.PlanFile;
import org.babelmill.jobs.plan.PlanJob;
import org.babelmill.jobs.plan.PlanRequest;
import org.babelmill.jobs.plan.PlanTotals;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ByteSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What to read of a crawl for some languages or hosts. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Finds out from Common Crawl's columnar index which stretches of which archives hold some languages or hosts,"
                    + " so that a run reads those instead of the whole crawl.",
            "",
            "Stretches close to each other are read in one request; a file that holds much of what is wanted is read"
                    + " whole. The index names at most three languages of a page, by a detector of its own, and none of"
                    + " small ones: give the same --languages to the run, which decides for itself."
        },
        footer = {
            "",
            "Examples (docs/one-language.md has the addresses of Common Crawl):",
            "  babelmill plan --index cc-index/ --languages swh_Latn --out swahili.plan",
            "  babelmill run --plan swahili.plan --languages swh_Latn --output swahili",
        })
final class PlanCommand implements Callable<Integer> {

    private static final double MILLISECONDS_A_PAGE = 8;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--index",
            paramLabel = "PATH",
            required = true,
            description = "Folder of the columnar index, Parquet files with Common Crawl's columns.")
    private String index;

    @Option(
            names = "--languages",
            paramLabel = "TAG",
            split = ",",
            description = "Languages to look for, such as deu_Latn,swh_Latn; default: any.")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--hosts",
            paramLabel = "HOST",
            split = ",",
            description = "Hosts to look for, each with all below it, such as example.org; default: any.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--mime",
            paramLabel = "TYPE",
            split = ",",
            defaultValue = "text/html,application/xhtml+xml",
            description = "Media types as the crawl detected them. Default: text/html,application/xhtml+xml.")
    private List<String> mediaTypes = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The plan to write, *.plan or *.plan.gz; without it only the figures are printed.")
    private String output;

    @Option(
            names = "--gap",
            paramLabel = "SIZE",
            defaultValue = "512 KiB",
            description = "Unwanted bytes that are read rather than skipped by a new request. Default: 512 KiB.")
    private String gap;

    @Option(
            names = "--whole-share",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "Share of a file above which all of it is read, 0 to 1. Default: 0.05.")
    private double wholeShare;

    @Option(
            names = "--bandwidth",
            paramLabel = "SIZE",
            defaultValue = "50 MiB",
            description = "Bytes a second you expect, for the estimate of time. Default: 50 MiB.")
    private String bandwidth;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "10",
            description = "Requests a second you mean to make, for the estimate of time. Default: 10.")
    private int requests;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        PlanRequest request = request();
        long rate = size("--bandwidth", bandwidth);
        if (rate < 1 || requests < 1) {
            throw new UserError("--bandwidth " + bandwidth + ", --requests " + requests + ": at least 1");
        }
        Optional<Path> target = target();
        PlanTotals totals;
        try (SparkSession session = Sessions.open("babelmill plan", console.master())) {
            totals = new PlanJob(request).run(session, target);
        }
        print(totals, rate);
        if (totals.files() == 0) {
            throw new UserError("--index " + index + ": names no page of these languages, hosts and types"
                    + (output == null ? "" : "; no plan was written")
                    + (languages.isEmpty() ? "" : ". Languages that the index does not know are found by --hosts"));
        }
        return Main.DONE;
    }

    private PlanRequest request() {
        if (languages.isEmpty() && hosts.isEmpty()) {
            throw new UserError("--languages, --hosts: name at least one; to read all of a crawl no plan is needed");
        }
        if (!(wholeShare >= 0 && wholeShare <= 1)) {
            throw new UserError("--whole-share " + wholeShare + ": from 0 to 1");
        }
        return new PlanRequest(
                index,
                languages.stream()
                        .map(new LanguageNames("--languages", spec.commandLine().getErr())::tag)
                        .toList(),
                hosts,
                mediaTypes,
                new PlanRequest.Reading(size("--gap", gap), wholeShare));
    }

    private static long size(String option, String value) {
        try {
            return ByteSize.parse(value).bytes();
        } catch (IllegalArgumentException e) {
            throw new UserError(option + " " + value + ": " + e.getMessage(), e);
        }
    }

    private Optional<Path> target() throws IOException {
        if (output == null) {
            return Optional.empty();
        }
        if (!PlanFile.isPlan(output)) {
            throw new UserError("--out " + output + ": the name of a plan ends in .plan or .plan.gz");
        }
        Path path = new Path(output);
        if (path.getFileSystem(Sessions.storage()).exists(path)) {
            throw new UserError("--out " + output + ": exists; name another file");
        }
        return Optional.of(path);
    }

    private void print(PlanTotals totals, long rate) {
        PrintWriter out = spec.commandLine().getOut();
        double seconds = Math.max((double) totals.bytes() / rate, (double) totals.requests() / requests);
        out.print(String.format(
                Locale.ROOT,
                """
                pages       %,d, %,d bytes as stored
                files       %,d, %,d of them read whole
                requests    %,d
                bytes       %,d to read
                time        %s to read at %s and %,d requests a second; %s of CPU, divided by your cores
                """,
                totals.pages(),
                totals.pageBytes(),
                totals.files(),
                totals.wholeFiles(),
                totals.requests(),
                totals.bytes(),
                time(seconds),
                new ByteSize(rate),
                requests,
                time(totals.pages() * MILLISECONDS_A_PAGE / 1000)));
        if (output != null && totals.files() > 0) {
            out.println("plan        " + output);
            out.println();
            out.println("next: babelmill run --plan " + output + " --output DIR"
                    + (languages.isEmpty() ? "" : " --languages " + String.join(",", languages))
                    + " --set input.root=WHERE-THE-CRAWL-LIES");
        }
        out.flush();
    }

    private static String time(double seconds) {
        Duration duration = Duration.ofSeconds((long) Math.ceil(seconds));
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() > 0
                        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                        : duration.toSeconds() + " s";
    }
}
