package org.babelmill.jobs.langid;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.langid.calibrate.ScoreTable;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** The language scores of a finished run, out of its {@code signals} table. Counted by Spark: only sums travel. */
public final class RunScores {

    private RunScores() {}

    /** Reads the scores of a run; refuses one whose documents are not finished. */
    public static ScoreTable read(RunDirectory run, SparkSession spark) throws IOException {
        if (run.stage(RunStage.DOCUMENTS).isEmpty()) {
            throw new UserError(run.root() + ": its documents stage is not finished; finish babelmill run first");
        }
        Iterator<Row> rows = spark.read()
                .parquet(run.path("signals").toString())
                .select(
                        col("best_language"),
                        round(col("language_score"), 3).as("score"),
                        coalesce(col("html_language"), lit("")).as("declared"))
                .groupBy("best_language", "score", "declared")
                .agg(count(lit(1)))
                .toLocalIterator();
        ScoreTable scores = new ScoreTable();
        while (rows.hasNext()) {
            Row row = rows.next();
            scores.add(
                    LanguageTag.parse(row.getString(0)), row.getDouble(1), declared(row.getString(2)), row.getLong(3));
        }
        return scores;
    }

    private static Optional<LanguageTag> declared(String html) {
        return html.isEmpty() ? Optional.empty() : LanguageLabels.standard().find(html);
    }
}
