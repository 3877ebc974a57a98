package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.langid.RunScores;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.langid.calibrate.ScoreTable;
import org.babelmill.langid.calibrate.ThresholdProfile;
import org.babelmill.langid.calibrate.ThresholdRules;
import org.babelmill.langid.calibrate.ThresholdRules.Method;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Thresholds by language out of a run. */
@Command(
        name = "calibrate-langid",
        mixinStandardHelpOptions = true,
        description = {
            "Derives a score threshold for each language from a run's own documents, and writes them as a YAML file with"
                    + " the figures they rest on. Look at it, then use it: --set language.thresholds-file=FILE."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill calibrate-langid corpus --output thresholds.yaml",
            "  babelmill calibrate-langid corpus --method higher --min-documents 1000",
        })
final class CalibrateLangidCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run directory.")
    private String directory;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "median",
            description =
                    "median: median less standard deviation, as FineWeb2; agreement: the lowest score from which on"
                            + " the pages' own declarations agree; higher: the higher one of both. Default: median.")
    private Method method;

    @Option(names = "--low", paramLabel = "P", defaultValue = "0.3", description = "Lowest threshold. Default: 0.3.")
    private double low;

    @Option(names = "--high", paramLabel = "P", defaultValue = "0.9", description = "Highest threshold. Default: 0.9.")
    private double high;

    @Option(
            names = "--min-documents",
            paramLabel = "N",
            defaultValue = "100",
            description = "Languages with fewer documents keep the general threshold. Default: 100.")
    private long minDocuments;

    @Option(
            names = "--agreement",
            paramLabel = "SHARE",
            defaultValue = "0.9",
            description = "Share of the pages declaring a language that must agree. Default: 0.9.")
    private double agreement;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        ThresholdRules rules = rules();
        Configuration hadoop = Sessions.storage();
        RunDirectory run = RunDirectory.existing(directory, hadoop);
        ScoreTable scores;
        try (SparkSession spark = Sessions.open("babelmill calibrate-langid", console.master())) {
            scores = RunScores.read(run, spark);
        }
        ThresholdProfile profile = ThresholdProfile.of(scores, rules);
        output.write(spec.commandLine().getOut(), hadoop, out -> {
            out.print(profile.toYaml(rules));
            out.flush();
            return Main.DONE;
        });
        spec.commandLine().getErr().println(summary(profile));
        return Main.DONE;
    }

    private ThresholdRules rules() {
        try {
            return new ThresholdRules(method, low, high, minDocuments, agreement);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private static String summary(ThresholdProfile profile) {
        long set = profile.thresholds().stream()
                .filter(t -> t.threshold().isPresent())
                .count();
        long warned = profile.thresholds().stream()
                .filter(t -> t.threshold().isPresent() && !t.warnings().isEmpty())
                .count();
        return String.format(
                Locale.ROOT,
                "%,d languages, %,d thresholds, %,d of them with warnings",
                profile.thresholds().size(),
                set,
                warned);
    }
}
