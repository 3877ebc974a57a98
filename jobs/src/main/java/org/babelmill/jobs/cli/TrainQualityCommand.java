package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.calibrate.TrainQualityJob;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Classifiers that tell good text from bad. */
@Command(
        name = "train-quality",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a classifier for each language from good texts and bad ones. Its probability of good text becomes the"
                    + " column quality_score, and rules of a filter plan can use it.",
            "",
            "Give the folder to a run with --set signals.models=DIR. A tenth of the texts is held out to say how well the"
                    + " classifier tells them apart."
        },
        footer = {
            "",
            "Example:",
            "  babelmill train-quality --good encyclopedia.jsonl.gz --bad spam.jsonl.gz --out models",
        })
final class TrainQualityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--good",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Good texts, in any form that babelmill calibrate --text reads.")
    private List<String> good = new ArrayList<>();

    @Option(names = "--bad", paramLabel = "PATH", arity = "1..*", required = true, description = "Bad texts.")
    private List<String> bad = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the classifiers.")
    private String output;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of all texts, such as swh_Latn; default: what documents or file names say.")
    private String language;

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Documents of each language to take from each file. Default: 50000.")
    private long documents;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        if (documents < 1) {
            throw new UserError("--documents " + documents + ": at least 1");
        }
        Configuration hadoop = Sessions.storage();
        TrainQualityJob job = new TrainQualityJob(
                new TrainQualityJob.Request(
                        good,
                        bad,
                        Optional.ofNullable(language)
                                .map(new LanguageNames(
                                        "--language", spec.commandLine().getErr())::tag),
                        documents,
                        output),
                hadoop);
        job.check();
        List<TrainQualityJob.Line> lines;
        try (SparkSession session = Sessions.open("babelmill train-quality", console.master())) {
            lines = job.run(JavaSparkContext.fromSparkContext(session.sparkContext()));
        }
        print(lines);
        if (lines.stream().noneMatch(TrainQualityJob.Line::written)) {
            throw new UserError("--good, --bad: no language has both good and bad texts");
        }
        return Main.DONE;
    }

    private void print(List<TrainQualityJob.Line> lines) {
        PrintWriter out = spec.commandLine().getOut();
        for (TrainQualityJob.Line line : lines) {
            String outcome = !line.written()
                    ? "no classifier: needs both"
                    : Double.isNaN(line.correct())
                            ? "trained"
                            : String.format(Locale.ROOT, "%.1f %% of held-out texts told apart", 100 * line.correct());
            out.println(String.format(
                    Locale.ROOT, "%s  %,d good, %,d bad: %s", line.tag(), line.good(), line.bad(), outcome));
        }
        out.flush();
    }
}
