package org.babelmill.jobs.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.run.FinishedRun;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.calibrate.Calibration;
import org.babelmill.quality.calibrate.CalibrationReport;
import org.babelmill.quality.calibrate.DerivedProfile;
import org.babelmill.quality.calibrate.LanguageSample;
import org.babelmill.quality.calibrate.PrecisionLists;
import org.babelmill.quality.calibrate.ProfileWriter;
import org.babelmill.quality.calibrate.SampleReader;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.TextSignals;
import scala.Tuple2;

/** Derives profiles: measures reference text on Spark, one sample for each language, and writes what follows from those. */
public final class CalibrateJob {

    private final CalibrateRequest request;
    private final Configuration hadoop;

    public CalibrateJob(CalibrateRequest request, Configuration hadoop) {
        this.request = request;
        this.hadoop = hadoop;
    }

    /**
     * What was made.
     *
     * @param languages languages with a profile
     * @param documents documents they rest on
     * @param anomalies thresholds that cannot be right, one sentence each
     */
    public record Result(int languages, long documents, List<String> anomalies) {

        public Result {
            anomalies = List.copyOf(anomalies);
        }
    }

    /** The files to read; fails when there are none, before Spark starts. */
    List<ReferenceFile> files() throws IOException {
        return new ReferenceFiles(hadoop, "--text", request.language()).list(request.texts());
    }

    /** Checks that there is something to read and where to write. */
    public void check() throws IOException {
        files();
        if (request.crawl().isPresent()) {
            FinishedRun.open(request.crawl().get(), hadoop).files(SignalsTable.SCHEMA.name());
        }
    }

    /** Measures, derives and writes. */
    public Result run(JavaSparkContext spark) throws IOException {
        SortedMap<LanguageTag, LanguageSample> reference = reference(spark);
        Calibration calibration = new Calibration(request.settings(), reference, crawl(spark));
        List<DerivedProfile> profiles = calibration.derive();
        List<String> anomalies = CalibrationReport.find(profiles, reference).stream()
                .map(CalibrationReport.Anomaly::toString)
                .toList();
        write(profiles, anomalies, reference);
        long documents =
                reference.values().stream().mapToLong(LanguageSample::documents).sum();
        return new Result(reference.size(), documents, anomalies);
    }

    private SortedMap<LanguageTag, LanguageSample> reference(JavaSparkContext spark) throws IOException {
        SerializableConfiguration storage = new SerializableConfiguration(hadoop);
        List<ReferencePiece> pieces = ReferencePiece.of(files(), spark.defaultParallelism(), request.documents());
        return collected(spark.parallelize(pieces, pieces.size()).flatMapToPair(piece -> {
            SampleReader samples = new SampleReader();
            piece.read(storage.value(), (tag, text) -> samples.add(text, tag));
            return pairs(samples.samples()).iterator();
        }));
    }

    private SortedMap<LanguageTag, LanguageSample> crawl(JavaSparkContext spark) throws IOException {
        if (request.crawl().isEmpty()) {
            return new TreeMap<>();
        }
        SerializableConfiguration storage = new SerializableConfiguration(hadoop);
        List<String> files = FinishedRun.open(request.crawl().get(), hadoop).files(SignalsTable.SCHEMA.name()).stream()
                .map(Path::toString)
                .toList();
        return collected(spark.parallelize(files, Math.max(1, files.size()))
                .flatMapToPair(
                        file -> pairs(scores(new Path(file), storage.value())).iterator()));
    }

    private static SortedMap<LanguageTag, LanguageSample> scores(Path file, Configuration hadoop) throws IOException {
        SortedMap<LanguageTag, LanguageSample> samples = new TreeMap<>();
        List<String> columns = List.of("best_language", "language_score");
        try (TableReader rows = TableReader.open(TableReader.project(SignalsTable.SCHEMA, columns), file, hadoop)) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                TextSignals signals = TextSignals.none().with(Signal.LANGUAGE_SCORE, (Double) row[1]);
                samples.computeIfAbsent(LanguageTag.parse((String) row[0]), t -> new LanguageSample())
                        .add(signals);
            }
        }
        return samples;
    }

    private static List<Tuple2<String, LanguageSample>> pairs(Map<LanguageTag, LanguageSample> samples) {
        List<Tuple2<String, LanguageSample>> pairs = new ArrayList<>();
        samples.forEach((tag, sample) -> pairs.add(new Tuple2<>(tag.toString(), sample)));
        return pairs;
    }

    private static SortedMap<LanguageTag, LanguageSample> collected(JavaPairRDD<String, LanguageSample> samples) {
        SortedMap<LanguageTag, LanguageSample> result = new TreeMap<>();
        samples.reduceByKey(LanguageSample::merge)
                .collect()
                .forEach(pair -> result.put(LanguageTag.parse(pair._1()), pair._2()));
        return result;
    }

    private void write(
            List<DerivedProfile> profiles, List<String> anomalies, SortedMap<LanguageTag, LanguageSample> reference)
            throws IOException {
        Path root = new Path(request.output());
        Storage storage = Storage.of(root, hadoop);
        storage.mkdirs(root);
        for (Map.Entry<String, String> file :
                new ProfileWriter(request.provenance()).files(profiles).entrySet()) {
            storage.write(new Path(root, file.getKey()), file.getValue());
        }
        storage.write(new Path(root, "anomalies.txt"), lines(anomalies));
        if (request.precision().isPresent()) {
            precision(new Path(request.precision().get(), "precision"), reference);
        }
    }

    private void precision(Path folder, SortedMap<LanguageTag, LanguageSample> reference) throws IOException {
        Storage storage = Storage.of(folder, hadoop);
        storage.mkdirs(folder);
        for (Map.Entry<LanguageTag, List<String>> list :
                PrecisionLists.derive(reference, request.affinity()).entrySet()) {
            if (!list.getValue().isEmpty()) {
                storage.write(new Path(folder, list.getKey() + ".txt"), lines(list.getValue()));
            }
        }
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
