package org.babelmill.jobs.calibrate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.classifier.QualityModel;
import org.babelmill.quality.classifier.QualityModels;
import org.babelmill.quality.classifier.QualityTrainer;
import scala.Tuple2;

/** Trains quality classifiers on Spark: the texts of each language meet in one task, which trains and tries one model. */
public final class TrainQualityJob {

    private final Request request;
    private final Configuration hadoop;

    public TrainQualityJob(Request request, Configuration hadoop) {
        this.request = request;
        this.hadoop = hadoop;
    }

    /**
     * What is asked for.
     *
     * @param good paths of texts as one wants them
     * @param bad paths of texts as one does not
     * @param language language of all of them, where the user says one
     * @param documents documents of each language taken from each file
     * @param output folder for the classifiers
     */
    public record Request(
            List<String> good, List<String> bad, Optional<LanguageTag> language, long documents, String output) {

        public Request {
            good = List.copyOf(good);
            bad = List.copyOf(bad);
        }
    }

    /**
     * What became of a language.
     *
     * @param language its tag
     * @param good good texts
     * @param bad bad texts
     * @param correct share of the tenth of texts held out that the classifier puts on the right side of one half, each
     *     pile weighing the same; NaN without a classifier or without texts held out
     * @param model the classifier's file; empty where one of the piles is
     */
    record Trained(String language, long good, long bad, double correct, byte[] model) implements Serializable {}

    /**
     * A line of the summary.
     *
     * @param tag the language
     * @param good good texts
     * @param bad bad texts
     * @param correct share of held-out texts told apart, NaN where it is not known
     * @param written whether there is a classifier
     */
    public record Line(LanguageTag tag, long good, long bad, double correct, boolean written) {}

    /** Checks that there is something to read. */
    public void check() throws IOException {
        files("--good", request.good());
        files("--bad", request.bad());
    }

    private List<ReferenceFile> files(String option, List<String> paths) throws IOException {
        return new ReferenceFiles(hadoop, option, request.language()).list(paths);
    }

    /** Trains and writes; one line for each language, in order. */
    public List<Line> run(JavaSparkContext spark) throws IOException {
        JavaPairRDD<String, Text> texts =
                texts(spark, "--good", request.good(), true).union(texts(spark, "--bad", request.bad(), false));
        List<Trained> all = texts.groupByKey().map(TrainQualityJob::train).collect();
        List<Line> lines = new ArrayList<>();
        for (Trained trained : all) {
            if (trained.model().length > 0) {
                write(trained);
            }
            lines.add(new Line(
                    LanguageTag.parse(trained.language()),
                    trained.good(),
                    trained.bad(),
                    trained.correct(),
                    trained.model().length > 0));
        }
        lines.sort(Comparator.comparing(Line::tag));
        return lines;
    }

    /**
     * A text of one of the piles.
     *
     * @param text the text
     * @param good which pile
     */
    private record Text(String text, boolean good) implements Serializable {}

    private JavaPairRDD<String, Text> texts(JavaSparkContext spark, String option, List<String> paths, boolean good)
            throws IOException {
        SerializableConfiguration storage = new SerializableConfiguration(hadoop);
        List<ReferencePiece> pieces = ReferencePiece.of(files(option, paths), 1, request.documents());
        return spark.parallelize(pieces, pieces.size()).flatMapToPair(piece -> {
            List<Tuple2<String, Text>> texts = new ArrayList<>();
            piece.read(storage.value(), (tag, text) -> texts.add(new Tuple2<>(tag.toString(), new Text(text, good))));
            return texts.iterator();
        });
    }

    private static Trained train(Tuple2<String, Iterable<Text>> language) throws IOException {
        QualityTrainer trainer = new QualityTrainer(LanguageTag.parse(language._1()));
        List<Text> heldOut = new ArrayList<>();
        long good = 0;
        long bad = 0;
        for (Text text : language._2()) {
            good += text.good() ? 1 : 0;
            bad += text.good() ? 0 : 1;
            if (QualityTrainer.isHeldOut(text.text())) {
                heldOut.add(text);
            } else {
                trainer.add(text.text(), text.good());
            }
        }
        if (!trainer.isReady()) {
            return new Trained(language._1(), good, bad, Double.NaN, new byte[0]);
        }
        QualityModel model = trainer.train();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return new Trained(language._1(), good, bad, correct(trainer, model, heldOut), bytes.toByteArray());
    }

    private static double correct(QualityTrainer trainer, QualityModel model, List<Text> heldOut) {
        long[] right = new long[2];
        long[] all = new long[2];
        for (Text text : heldOut) {
            int pile = text.good() ? 1 : 0;
            all[pile]++;
            right[pile] += trainer.score(model, text.text()) > 0.5 == text.good() ? 1 : 0;
        }
        return all[0] == 0 || all[1] == 0 ? Double.NaN : (right[0] / (double) all[0] + right[1] / (double) all[1]) / 2;
    }

    private void write(Trained trained) throws IOException {
        Path file = new Path(request.output(), trained.language() + QualityModels.SUFFIX);
        FileSystem fs = file.getFileSystem(hadoop);
        fs.mkdirs(file.getParent());
        try (OutputStream out = fs.create(file, true)) {
            out.write(trained.model());
        }
    }
}
