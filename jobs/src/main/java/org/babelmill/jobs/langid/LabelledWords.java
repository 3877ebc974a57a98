package org.babelmill.jobs.langid;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.babelmill.jobs.UserError;
import org.babelmill.langid.train.WordCounts;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** Counts the words of labelled text by language, with Spark: only the most common words of each language travel. */
final class LabelledWords {

    private static final String LANGUAGE = "language";
    private static final String TEXT = "text";
    private static final String WORD = "word";
    private static final String COUNT = "count";

    /** Of this language are the texts that have none that is known; what is counted is the texts. */
    private static final String UNKNOWN = "";

    /** The folder of a file, or of the folder that Spark writes for one, where it looks like a language tag. */
    private static final String FOLDER = "/([a-z]{2,3}[_-][A-Z][a-z]{3})/(?:[^/]*[.]parquet/)?[^/]*$";

    private static final StructType TEXTS =
            new StructType().add(LANGUAGE, DataTypes.StringType).add(TEXT, DataTypes.StringType);

    private static final StructType COUNTS = new StructType()
            .add(LANGUAGE, DataTypes.StringType, false)
            .add(WORD, DataTypes.StringType, false)
            .add(COUNT, DataTypes.LongType, false);

    /** A task hands over its counts when it has so many different words. */
    private static final int ROOM = 500_000;

    private LabelledWords() {}

    /**
     * What was counted.
     *
     * @param counts words by language
     * @param unlabelled texts without a language that is known
     */
    record Counted(WordCounts counts, long unlabelled) {}

    /** Counts. The result does not depend on how the files are split. */
    static Counted count(TrainingFiles files, int wordsPerLanguage, SparkSession spark) {
        Dataset<Row> sums = texts(files, spark)
                .mapPartitions((MapPartitionsFunction<Row, Row>) WordRows::new, Encoders.row(COUNTS))
                .groupBy(LANGUAGE, WORD)
                .agg(sum(COUNT).as(COUNT));
        Column rank = row_number()
                .over(Window.partitionBy(LANGUAGE).orderBy(col(COUNT).desc(), col(WORD)));
        Iterator<Row> rows = sums.withColumn("rank", rank)
                .where(col("rank").leq(wordsPerLanguage))
                .toLocalIterator();
        WordCounts counts = new WordCounts();
        long unlabelled = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getString(0).equals(UNKNOWN)) {
                unlabelled += row.getLong(2);
            } else {
                counts.add(LanguageTag.parse(row.getString(0)), row.getString(1), row.getLong(2));
            }
        }
        return new Counted(counts, unlabelled);
    }

    private static Dataset<Row> texts(TrainingFiles files, SparkSession spark) {
        Dataset<Row> all = spark.createDataFrame(List.of(), TEXTS);
        if (!files.lines().isEmpty()) {
            Dataset<Row> lines = spark.read().text(files.lines().toArray(String[]::new));
            all = all.union(lines.select(folder().as(LANGUAGE), col("value").as(TEXT)));
        }
        if (!files.json().isEmpty()) {
            all = all.union(
                    labelled(spark.read().schema(TEXTS).json(files.json().toArray(String[]::new))));
        }
        if (!files.parquet().isEmpty()) {
            Dataset<Row> rows = spark.read()
                    .option("mergeSchema", true)
                    .parquet(files.parquet().toArray(String[]::new));
            if (!Arrays.asList(rows.columns()).contains(TEXT)) {
                throw new UserError("--text " + files.parquet().get(0) + ": no column text in it");
            }
            all = all.union(labelled(rows));
        }
        return all;
    }

    private static Dataset<Row> labelled(Dataset<Row> rows) {
        Column language =
                Arrays.asList(rows.columns()).contains(LANGUAGE) ? coalesce(col(LANGUAGE), folder()) : folder();
        return rows.select(language.as(LANGUAGE), coalesce(col(TEXT), lit("")).as(TEXT));
    }

    private static Column folder() {
        return regexp_extract(input_file_name(), FOLDER, 1);
    }

    /** The sums of one task's words, a portion at a time. */
    private static final class WordRows implements Iterator<Row> {

        private final Iterator<Row> texts;
        private final Map<String, Optional<LanguageTag>> tags = new HashMap<>();
        private Iterator<Row> portion = List.<Row>of().iterator();

        WordRows(Iterator<Row> texts) {
            this.texts = texts;
        }

        @Override
        public boolean hasNext() {
            while (!portion.hasNext() && texts.hasNext()) {
                portion = count();
            }
            return portion.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return portion.next();
        }

        private Iterator<Row> count() {
            Map<String, Map<String, Long>> counts = new HashMap<>();
            int[] different = new int[1];
            while (different[0] < ROOM && texts.hasNext()) {
                Row row = texts.next();
                Optional<LanguageTag> tag = tags.computeIfAbsent(row.getString(0), LanguageLabels.standard()::find);
                if (tag.isEmpty() || !tag.get().isDetermined()) {
                    counts.computeIfAbsent(UNKNOWN, any -> new HashMap<>()).merge("", 1L, Long::sum);
                    continue;
                }
                Map<String, Long> words = counts.computeIfAbsent(tag.get().toString(), any -> new HashMap<>());
                WordCounts.words(row.getString(1), word -> {
                    if (words.merge(word, 1L, Long::sum) == 1) {
                        different[0]++;
                    }
                });
            }
            List<Row> rows = new ArrayList<>();
            counts.forEach((language, words) ->
                    words.forEach((word, count) -> rows.add(RowFactory.create(language, word, count))));
            return rows.iterator();
        }
    }
}
