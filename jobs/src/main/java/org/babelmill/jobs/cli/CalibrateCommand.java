package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.calibrate.CalibrateJob;
import org.babelmill.jobs.calibrate.CalibrateRequest;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.Suggestions;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.calibrate.CalibrationSettings;
import org.babelmill.quality.calibrate.DerivationMethod;
import org.babelmill.quality.calibrate.PrecisionLists;
import org.babelmill.quality.calibrate.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Thresholds and stop words for any language. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Derives stop words and every threshold of the filters from good text: a profile for each language, one for"
                    + " each script, one for all, and a list of thresholds that cannot be right (anomalies.txt).",
            "",
            "Give the folder to a run with --set quality.language-profiles=DIR."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill calibrate --text reference.jsonl.gz --out profiles",
            "  babelmill calibrate --text swwiki-20260901-pages-articles.xml.bz2 --out profiles --crawl corpus",
            "  babelmill calibrate --text texts/ --out profiles --method top_2_gram=mean-std:3 --precision-lists lists",
        })
final class CalibrateCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--text",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description =
                    "Good text: JSON lines or Parquet with text and language, plain text (documents parted by blank"
                            + " lines), Wikipedia's XML; files, folders, globs.")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the profiles.")
    private String output;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of all of the text, such as swh_Latn; default: what documents or file names say.")
    private String language;

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Documents of each language to take from each file. Default: 50000.")
    private long documents;

    @Option(
            names = "--crawl",
            paramLabel = "RUN",
            description = "A run directory: its language scores give the thresholds for those.")
    private String crawl;

    @Option(
            names = "--method",
            paramLabel = "FIGURE=METHOD",
            description = "How a threshold is derived: mean-std, quantile, tail or median-ratio, with a parameter as in"
                    + " mean-std:2. May be given more than once.")
    private Map<String, String> methods = new LinkedHashMap<>();

    @Option(
            names = "--precision-lists",
            paramLabel = "DIR",
            description = "Write lists of words that belong to one language, for signals.word-lists.")
    private String precision;

    @Option(
            names = "--affinity",
            paramLabel = "SHARE",
            defaultValue = "0.85",
            description = "Share of a listed word's use that belongs to its language. Default: 0.85.")
    private double affinity;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "What the files say of where they come from; default: names of the texts.")
    private String source;

    @Option(names = "--date", paramLabel = "DATE", description = "The date the files bear; default: today, UTC.")
    private LocalDate date;

    @Option(names = "--overwrite", description = "Write into a folder that is not empty.")
    private boolean overwrite;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        CalibrateJob job = new CalibrateJob(request(), hadoop);
        job.check();
        checkOutput(hadoop);
        try (SparkSession session = Sessions.open("babelmill calibrate", console.master())) {
            CalibrateJob.Result result = job.run(JavaSparkContext.fromSparkContext(session.sparkContext()));
            PrintWriter out = spec.commandLine().getOut();
            out.println("profiles of " + Counted.of(result.languages(), "language") + " from "
                    + Counted.of(result.documents(), "document") + ": " + output);
            doubts(result.anomalies(), out);
            out.flush();
        }
        return Main.DONE;
    }

    private void doubts(List<String> anomalies, PrintWriter out) {
        if (anomalies.isEmpty()) {
            return;
        }
        out.println(Counted.of(anomalies.size(), "threshold") + " to look at, which nearly never or nearly always drop"
                + " (" + output + "/anomalies.txt):");
        anomalies.stream().limit(MOST_SHOWN).forEach(anomaly -> out.println("  " + anomaly));
        if (anomalies.size() > MOST_SHOWN) {
            out.println("  and " + Counted.of(anomalies.size() - MOST_SHOWN, "other"));
        }
    }

    private CalibrateRequest request() {
        if (documents < 1) {
            throw new UserError("--documents " + documents + ": at least 1");
        }
        if (!(affinity > PrecisionLists.LEAST_AFFINITY && affinity <= 1)) {
            throw new UserError("--affinity " + affinity + ": above " + PrecisionLists.LEAST_AFFINITY + ", up to 1");
        }
        return new CalibrateRequest(
                texts,
                Optional.ofNullable(language)
                        .map(new LanguageNames("--language", spec.commandLine().getErr())::tag),
                documents,
                Optional.ofNullable(crawl),
                settings(),
                provenance(),
                output,
                Optional.ofNullable(precision),
                affinity);
    }

    private CalibrationSettings settings() {
        CalibrationSettings settings = CalibrationSettings.defaults();
        for (Map.Entry<String, String> method : methods.entrySet()) {
            ProfileKey key = ProfileKey.of(method.getKey())
                    .filter(k -> CalibrationSettings.defaults().methods().containsKey(k))
                    .orElseThrow(() -> new UserError("--method " + method.getKey() + ": no such figure; "
                            + Suggestions.of(method.getKey(), figures())));
            try {
                settings = settings.with(key, DerivationMethod.parse(method.getValue()));
            } catch (IllegalArgumentException e) {
                throw new UserError("--method " + method.getKey() + ": " + e.getMessage(), e);
            }
        }
        return settings;
    }

    private static List<String> figures() {
        return CalibrationSettings.defaults().methods().keySet().stream()
                .map(ProfileKey::key)
                .toList();
    }

    private Provenance provenance() {
        StringBuilder command = new StringBuilder("babelmill calibrate --text ")
                .append(String.join(" ", names(texts)))
                .append(" --out ")
                .append(output);
        if (language != null) {
            command.append(" --language ").append(language);
        }
        methods.forEach((key, method) ->
                command.append(" --method ").append(key).append('=').append(method));
        String from = source == null ? String.join(" ", names(texts)) : source;
        LocalDate on = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
        return new Provenance(from, on.toString(), command.toString());
    }

    private static List<String> names(List<String> paths) {
        return paths.stream().map(p -> new Path(p).getName()).toList();
    }

    private void checkOutput(Configuration hadoop) throws IOException {
        Path root = new Path(output);
        if (!overwrite && !Storage.of(root, hadoop).isEmpty(root)) {
            throw new UserError("--out " + output + ": is not empty; name another folder, or give --overwrite");
        }
    }
}
