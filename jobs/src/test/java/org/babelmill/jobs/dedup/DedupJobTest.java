package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionExtension.class)
class DedupJobTest {

    private static final DedupSettings VERIFIED = Documents.settings("{mode: verified}");

    @TempDir
    private Path folder;

    @Test
    void partitionsAndOrderChangeNothing(SparkSession spark) {
        Documents documents = new Documents(VERIFIED);
        for (int family = 0; family < 40; family++) {
            for (int member = 0; member < 6; member++) {
                documents.add("d" + family + "-" + member, Texts.edited(family, 200, member));
            }
        }
        List<Row> rows = documents.rows();
        String once = digest(run(spark, rows, VERIFIED, 1));
        Collections.shuffle(rows, new Random(5));

        assertThat(digest(run(spark, rows, VERIFIED, 7))).isEqualTo(once);
        Collections.reverse(rows);
        assertThat(digest(run(spark, rows, VERIFIED, 64))).isEqualTo(once);
    }

    @Test
    void ofCapturesOfOneAddressTheNewestStaysWhateverItSays(SparkSession spark) {
        Documents documents = new Documents(VERIFIED)
                .add("old", Texts.of(1, 300), f -> f.capture("u", "2024-01-01T00:00:00Z", "A"))
                .add("new", Texts.of(2, 80), f -> f.capture("u", "2024-02-01T00:00:00Z", "A"))
                .add("other-crawl", Texts.of(3, 80), f -> f.capture("u", "2024-03-01T00:00:00Z", "B"));

        assertThat(run(spark, documents.rows(), VERIFIED, 3))
                .extracting(r -> r.getAs("id"), r -> r.getAs("survivor"), r -> r.getAs("keep"), r -> r.getAs("link"))
                .containsExactly(tuple("new", "new", true, ""), tuple("old", "new", false, "url"));
    }

    @Test
    void textsTooShortForASignatureAreDuplicatesWhenTheyAreEqual(SparkSession spark) {
        Documents documents = new Documents(VERIFIED)
                .add("a", "Page not found")
                .add("b", "PAGE  not found!")
                .add("c", "Page found");

        assertThat(run(spark, documents.rows(), VERIFIED, 2))
                .extracting(r -> r.getAs("id"), r -> r.getAs("keep"), r -> r.getAs("link"))
                .containsExactlyInAnyOrder(tuple("a", false, "exact"), tuple("b", true, ""));
    }

    @Test
    void textsOfDifferentLanguagesAreNeverCompared(SparkSession spark) {
        Documents documents = new Documents(VERIFIED)
                .add("a", Texts.of(1, 100))
                .add("b", Texts.of(1, 100), f -> f.language("deu_Latn"));

        assertThat(run(spark, documents.rows(), VERIFIED, 2)).isEmpty();
    }

    @Test
    void theLongestStaysThenTheBestThenTheNewestThenTheFreest(SparkSession spark) {
        String text = Texts.of(1, 100);
        Documents documents = new Documents(VERIFIED)
                .add("0", text, f -> f.score(0.5).date("2024-01-01"))
                .add("1", text, f -> f.score(0.9).date("2023-01-01"))
                .add("2", text, f -> f.score(0.9).date("2024-01-01"))
                .add("3", text, f -> f.score(0.9).date("2024-01-01").licence(2));

        assertThat(run(spark, documents.rows(), VERIFIED, 2))
                .allSatisfy(row -> assertThat(row.<String>getAs("survivor")).isEqualTo("3"))
                .hasSize(4);
    }

    @Test
    void aClusterKnowsItsSizeItsTimesItsHostsAndItsCrawls(SparkSession spark) {
        String text = Texts.of(1, 100);
        Documents documents = new Documents(VERIFIED)
                .add("a", text, f -> f.at("x.example", "A").date("2024-01-01"))
                .add("b", text, f -> f.at("y.example", "A").date("2024-03-01"))
                .add("c", text, f -> f.at("x.example", "B"));

        assertThat(run(spark, documents.rows(), VERIFIED, 2)).allSatisfy(row -> {
            assertThat(row.<Long>getAs("size")).isEqualTo(3);
            assertThat(row.<String>getAs("cluster")).isEqualTo("a");
            assertThat(row.<String>getAs("first_seen")).isEqualTo("2024-01-01");
            assertThat(row.<String>getAs("last_seen")).isEqualTo("2024-03-01");
            assertThat(row.<Long>getAs("hosts")).isEqualTo(2);
            assertThat(row.<Long>getAs("dumps")).isEqualTo(2);
        });
    }

    @Test
    void anIdGivenTwiceIsTwoDocuments(SparkSession spark) {
        Documents documents = new Documents(VERIFIED)
                .add("a", Texts.of(1, 100))
                .add("a", Texts.of(1, 100))
                .add("a", Texts.of(2, 100))
                .add("a", Texts.of(2, 100));

        assertThat(run(spark, documents.rows(), VERIFIED, 2))
                .extracting(r -> r.getAs("size"), r -> r.getAs("keep"))
                .containsExactlyInAnyOrder(tuple(2L, true), tuple(2L, false), tuple(2L, true), tuple(2L, false));
    }

    @Test
    void aThousandLanguagesWithOneDocumentEachAreNoTrouble(SparkSession spark) {
        Documents documents = new Documents(VERIFIED);
        for (int i = 0; i < 1000; i++) {
            String language = String.format("q%c%c_Latn", 'a' + i / 26 % 26, 'a' + i % 26) + i;
            documents.add("d" + i, Texts.of(1, 50), f -> f.language(language));
        }

        assertThat(run(spark, documents.rows(), VERIFIED, 4)).isEmpty();
    }

    @Test
    void aLargeClusterOfUnlikeTextsTripsTheGuard(SparkSession spark) {
        DedupSettings settings = Documents.settings(
                "{mode: fineweb, bands: 64, rows: 2, guard: {size: 20, share: 0.1, similarity: 0.6}}");
        Documents documents = new Documents(settings);
        for (int i = 0; i < 40; i++) {
            documents.add(String.format("d%02d", i), Texts.of(1, 60) + ' ' + Texts.of(i + 2, 60));
        }
        DedupReport report = report(spark, documents.rows(), settings);

        assertThat(report.swallowing()).hasSize(1);
        assertThat(report.swallowing().get(0)).satisfies(cluster -> {
            assertThat(cluster.members()).isEqualTo(40);
            assertThat(cluster.similarity()).isLessThan(0.6);
            assertThat(cluster.examples()).hasSize(3);
        });
    }

    @Test
    void aLargeClusterOfEqualTextsDoesNot(SparkSession spark) {
        DedupSettings settings = Documents.settings("{guard: {size: 20, share: 0.1, similarity: 0.6}}");
        Documents documents = new Documents(settings);
        for (int i = 0; i < 40; i++) {
            documents.add(String.format("d%02d", i), Texts.of(1, 60));
        }
        DedupReport report = report(spark, documents.rows(), settings);

        assertThat(report.swallowing()).isEmpty();
        assertThat(report.largest())
                .singleElement()
                .satisfies(c -> assertThat(c.members()).isEqualTo(40));
    }

    @Test
    void modeOffIsRefused(SparkSession spark) {
        DedupSettings off = Documents.settings("{mode: off}");

        assertThatThrownBy(() -> new DedupJob(new Documents(VERIFIED).in(spark), off))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dedup.mode");
    }

    private List<Row> run(SparkSession spark, List<Row> rows, DedupSettings settings, int partitions) {
        try (DedupResult result = job(spark, rows, settings, partitions).execute()) {
            List<Row> found = new ArrayList<>(result.clusters().collectAsList());
            found.sort(Comparator.<Row, String>comparing(r -> r.getAs("id")).thenComparingLong(r -> r.getAs("key")));
            return found;
        }
    }

    private DedupReport report(SparkSession spark, List<Row> rows, DedupSettings settings) {
        try (DedupResult result = job(spark, rows, settings, 3).execute()) {
            return result.report();
        }
    }

    private DedupJob job(SparkSession spark, List<Row> rows, DedupSettings settings, int partitions) {
        return new DedupJob(spark.createDataFrame(rows, DedupView.SCHEMA).repartition(partitions), settings)
                .workFolder(folder.resolve("work").toString())
                .partitions(partitions);
    }

    private static String digest(List<Row> rows) {
        return Sha256.hex(rows.toString());
    }
}
