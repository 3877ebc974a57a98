package org.babelmill.jobs.langid;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.langid.train.FeatureTable;
import org.babelmill.langid.train.LinguaSources;
import org.babelmill.langid.train.MarkerWords;
import org.babelmill.langid.train.PackTrainer;
import org.babelmill.langid.train.TrainingSettings;
import org.babelmill.langid.train.WordCounts;
import org.babelmill.langid.train.WordCountsFile;
import org.babelmill.pipeline.language.LanguageTag;

/** Trains a pack of labelled text: words are counted by Spark, the pack is made of the counts here. */
public final class PackTraining {

    private final Request request;
    private final Configuration hadoop;
    private final Consumer<String> progress;

    /**
     * What is to be trained.
     *
     * @param texts files and folders
     * @param pack the file to write; replaced when it exists
     * @param name name and version of the pack, for verdicts
     * @param lingua whether Lingua's models are mixed in
     * @param settings how
     * @param wordsPerLanguage so many of the most common words of each language are used
     */
    public record Request(
            List<String> texts,
            String pack,
            String name,
            boolean lingua,
            TrainingSettings settings,
            int wordsPerLanguage) {

        public Request {
            texts = List.copyOf(texts);
        }
    }

    /**
     * What came of it.
     *
     * @param languages in the pack
     * @param tooSmall languages left out, with their words
     * @param unlabelled texts without a language that is known
     * @param bytes size of the pack
     */
    public record Result(List<LanguageTag> languages, Map<LanguageTag, Long> tooSmall, long unlabelled, long bytes) {}

    /** @param progress takes a line for each step */
    public PackTraining(Request request, Configuration hadoop, Consumer<String> progress) {
        this.request = request;
        this.hadoop = hadoop;
        this.progress = progress;
    }

    /** Trains and writes the pack. The same text and settings give the same bytes. */
    public Result train(Optional<String> master) throws IOException {
        TrainingFiles files = TrainingFiles.find(request.texts(), hadoop);
        LabelledWords.Counted counted = count(files, master);
        WordCounts counts = counted.counts();
        for (String file : files.counts()) {
            counts.add(read(file));
        }
        MarkerWords.standard().addTo(counts);
        PackTrainer trainer = new PackTrainer(request.settings()).counts(counts);
        if (request.lingua()) {
            progress.accept("deriving tables from Lingua's models");
            trainer.tables(LinguaSources.derive(request.settings().limits()));
        }
        if (trainer.languages().isEmpty()) {
            throw new UserError("--text: no language has " + request.settings().minWords() + " words ("
                    + counts.languages().size() + " languages, " + counted.unlabelled()
                    + " texts without a known language); give more text or a lower --min-words");
        }
        progress.accept("training " + trainer.languages().size() + " languages");
        long bytes = write(trainer);
        Map<LanguageTag, Long> tooSmall = counts.languages().stream()
                .filter(language -> !trainer.languages().contains(language))
                .collect(Collectors.toMap(language -> language, counts::total, (a, b) -> a, TreeMap::new));
        return new Result(trainer.languages(), tooSmall, counted.unlabelled(), bytes);
    }

    private LabelledWords.Counted count(TrainingFiles files, Optional<String> master) throws IOException {
        if (files.lines().isEmpty() && files.json().isEmpty() && files.parquet().isEmpty()) {
            return new LabelledWords.Counted(new WordCounts(), 0);
        }
        progress.accept("counting words");
        try (SparkSession spark = Sessions.open("babelmill train-langid", master)) {
            return LabelledWords.count(files, request.wordsPerLanguage(), spark);
        }
    }

    private WordCounts read(String file) throws IOException {
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            return WordCountsFile.read(file, in);
        }
    }

    private long write(PackTrainer trainer) throws IOException {
        Path pack = new Path(request.pack());
        String about = "trained from " + String.join(", ", request.texts())
                + (request.lingua() ? " and Lingua 1.2.2 models (Apache-2.0)" : "");
        try (OutputStream out =
                new BufferedOutputStream(pack.getFileSystem(hadoop).create(pack, true))) {
            trainer.write(request.name(), about, out);
        }
        return pack.getFileSystem(hadoop).getFileStatus(pack).getLen();
    }

    /** The settings of a pack, with some changed; refuses values that are out of range. */
    public static TrainingSettings settings(int features, long minWords) {
        TrainingSettings standard = TrainingSettings.standard();
        try {
            return new TrainingSettings(
                    new FeatureTable.Limits(features, features),
                    standard.penalty(),
                    standard.step(),
                    minWords,
                    standard.tableShare(),
                    standard.handicap(),
                    standard.calibration());
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
