package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Removed documents and clusters on reference collections, beside datatrove's figures. */
@Tag("acceptance")
@ExtendWith(SparkSessionExtension.class)
class DedupFiguresIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"real, 2294, 671", "synth, 2277, 972"})
    void finewebModeRemovesWhatDatatroveRemoves(String set, int removed, int clusters, SparkSession spark)
            throws IOException {
        List<Row> rows = run(set, Documents.settings("{mode: fineweb}"), spark);

        assertThat(rows.stream().filter(row -> !row.getBoolean(5)).count()).isEqualTo(removed);
        assertThat(rows.stream().map(row -> row.getString(3)).distinct().count())
                .isEqualTo(clusters);
    }

    @ParameterizedTest
    @CsvSource({"real, 0.975, 0.985, 0.005", "synth, 0.958, 0.94, 0.007"})
    void verifiedModeRemovesWhatIsAlikeAndLittleElse(
            String set, double f1, double together, double unlike, SparkSession spark) throws IOException {
        List<Row> rows = run(set, Documents.settings("{mode: verified}"), spark);

        PairScore score = new PairScore(SharedData.require("data/dedup-" + set + "-dev.pairs.jsonl.gz"), rows);
        assertThat(score.documentF1(0.75)).isGreaterThanOrEqualTo(f1);
        assertThat(score.together(j -> j >= 0.8 && j < 0.85)).isGreaterThanOrEqualTo(together);
        assertThat(score.together(j -> j >= 0.95)).isEqualTo(1);
        assertThat(score.removedUnlike(0.5)).isLessThanOrEqualTo(unlike);
        assertThat(score.left(0.8)).isLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource("real, 0.984")
    void moreBandsFindMore(String set, double f1, SparkSession spark) throws IOException {
        List<Row> rows =
                run(set, Documents.settings("{mode: verified, bands: 32, sketch-bits: 4, threshold: 0.73}"), spark);

        PairScore score = new PairScore(SharedData.require("data/dedup-" + set + "-dev.pairs.jsonl.gz"), rows);
        assertThat(score.documentF1(0.75)).isGreaterThanOrEqualTo(f1);
    }

    @Test
    void theExactCheckLeavesNobodyInAClusterWithoutReason(SparkSession spark) throws IOException {
        List<Row> rows = run("real", Documents.settings("{exact-check: true, threshold: 0.68}"), spark);

        PairScore score = new PairScore(SharedData.require("data/dedup-real-dev.pairs.jsonl.gz"), rows);
        assertThat(score.documentF1(0.75)).isGreaterThanOrEqualTo(0.99);
    }

    private List<Row> run(String set, DedupSettings settings, SparkSession spark) throws IOException {
        Documents documents = read(SharedData.require("data/dedup-" + set + "-dev.jsonl.gz"), settings);
        try (DedupResult result = new DedupJob(documents.in(spark).repartition(7), settings)
                .workFolder(folder.resolve("work").toString())
                .partitions(5)
                .execute()) {
            return result.clusters().collectAsList();
        }
    }

    private static Documents read(Path file, DedupSettings settings) throws IOException {
        Documents documents = new Documents(settings);
        ObjectMapper json = new ObjectMapper();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = json.readTree(line);
                documents.add(document.get("id").asText(), document.get("text").asText());
            }
        }
        return documents;
    }
}
