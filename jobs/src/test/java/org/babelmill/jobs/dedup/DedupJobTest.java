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
import java.util.function.Function;
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
        for (int family = 0; family < 12; family++) {
            for (int member = 0; member < 6; member++) {
                documents.add("d" + family + "-" + member, Texts.edited(family, 200, member));
            }
        }
        List<Row> rows = documents.rows();
        String once = digest(run(spark, rows, VERIFIED, 1, folder));
        Collections.shuffle(rows, new Random(5));

        assertThat(digest(run(spark, rows, VERIFIED, 7, folder))).isEqualTo(once);
        Collections.reverse(rows);
        assertThat(digest(run(spark, rows, VERIFIED, 64, folder))).isEqualTo(once);
    }

    /** One job over documents of many languages, which are never compared: a language for each of the following tests. */
    private static List<Row> scenes(SparkSession spark, Path folder) {
        Documents documents = new Documents(VERIFIED)
                .add("old", Texts.of(1, 300), in("capture").andThen(f -> f.capture("u", "2024-01-01T00:00:00Z", "A")))
                .add("new", Texts.of(2, 80), in("capture").andThen(f -> f.capture("u", "2024-02-01T00:00:00Z", "A")))
                .add("other", Texts.of(3, 80), in("capture").andThen(f -> f.capture("u", "2024-03-01T00:00:00Z", "B")))
                .add("a", "Page not found", in("short"))
                .add("b", "PAGE  not found!", in("short"))
                .add("c", "Page found", in("short"));
        String text = Texts.of(1, 100);
        documents
                .add("0", text, in("order").andThen(f -> f.score(0.5).date("2024-01-01")))
                .add("1", text, in("order").andThen(f -> f.score(0.9).date("2023-01-01")))
                .add("2", text, in("order").andThen(f -> f.score(0.9).date("2024-01-01")))
                .add(
                        "3",
                        text,
                        in("order").andThen(f -> f.score(0.9).date("2024-01-01").licence(2)))
                .add("a", text, in("facts").andThen(f -> f.at("x.example", "A").date("2024-01-01")))
                .add("b", text, in("facts").andThen(f -> f.at("y.example", "A").date("2024-03-01")))
                .add("c", text, in("facts").andThen(f -> f.at("x.example", "B")))
                .add("a", Texts.of(1, 100), in("twice"))
                .add("a", Texts.of(1, 100), in("twice"))
                .add("a", Texts.of(2, 100), in("twice"))
                .add("a", Texts.of(2, 100), in("twice"));
        for (int i = 0; i < 1000; i++) {
            documents.add("d" + i, Texts.of(1, 50), in("single-" + i));
        }
        return run(spark, documents.rows(), VERIFIED, 3, folder);
    }

    private static Function<Documents.Facts, Documents.Facts> in(String language) {
        return facts -> facts.language(language);
    }

    @Test
    void aJobOverScenesGivesEachItsClusters(SparkSession spark) {
        List<Row> rows = scenes(spark, folder);

        theNewestCaptureStaysWhateverItSays(of("capture", rows));
        textsTooShortForASignatureAreDuplicatesWhenTheyAreEqual(of("short", rows));
        theLongestStaysThenTheBestThenTheNewestThenTheFreest(of("order", rows));
        aClusterKnowsItsSizeItsTimesItsHostsAndItsCrawls(of("facts", rows));
        anIdGivenTwiceIsTwoDocuments(of("twice", rows));
        assertThat(rows)
                .as("a thousand languages with the same text once each")
                .noneMatch(row -> row.<String>getAs("language").startsWith("single-"));
    }

    private static List<Row> of(String language, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.<String>getAs("language").equals(language))
                .toList();
    }

    private static void theNewestCaptureStaysWhateverItSays(List<Row> rows) {
        assertThat(rows)
                .extracting(r -> r.getAs("id"), r -> r.getAs("survivor"), r -> r.getAs("keep"), r -> r.getAs("link"))
                .containsExactly(tuple("new", "new", true, ""), tuple("old", "new", false, "url"));
    }

    private static void textsTooShortForASignatureAreDuplicatesWhenTheyAreEqual(List<Row> rows) {
        assertThat(rows)
                .extracting(r -> r.getAs("id"), r -> r.getAs("keep"), r -> r.getAs("link"))
                .containsExactlyInAnyOrder(tuple("a", false, "exact"), tuple("b", true, ""));
    }

    private static void theLongestStaysThenTheBestThenTheNewestThenTheFreest(List<Row> rows) {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.<String>getAs("survivor")).isEqualTo("3"))
                .hasSize(4);
    }

    private static void aClusterKnowsItsSizeItsTimesItsHostsAndItsCrawls(List<Row> rows) {
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.<Long>getAs("size")).isEqualTo(3);
            assertThat(row.<String>getAs("cluster")).isEqualTo("a");
            assertThat(row.<String>getAs("first_seen")).isEqualTo("2024-01-01");
            assertThat(row.<String>getAs("last_seen")).isEqualTo("2024-03-01");
            assertThat(row.<Long>getAs("hosts")).isEqualTo(2);
            assertThat(row.<Long>getAs("dumps")).isEqualTo(2);
        });
    }

    private static void anIdGivenTwiceIsTwoDocuments(List<Row> rows) {
        assertThat(rows)
                .extracting(r -> r.getAs("size"), r -> r.getAs("keep"))
                .containsExactlyInAnyOrder(tuple(2L, true), tuple(2L, false), tuple(2L, true), tuple(2L, false));
    }

    /** In one language 40 texts that are half alike, in another 40 equal ones. */
    @Test
    void aLargeClusterOfUnlikeTextsTripsTheGuardAndOneOfEqualTextsDoesNot(SparkSession spark) {
        DedupSettings settings = Documents.settings(
                "{mode: fineweb, bands: 64, rows: 2, guard: {size: 20, share: 0.1, similarity: 0.6}}");
        Documents documents = new Documents(settings);
        for (int i = 0; i < 40; i++) {
            documents.add(String.format("d%02d", i), Texts.of(1, 60) + ' ' + Texts.of(i + 2, 60));
            documents.add(String.format("e%02d", i), Texts.of(1, 60), in("equal"));
        }
        DedupReport report = report(spark, documents.rows(), settings);

        assertThat(report.largest()).hasSize(2);
        assertThat(report.swallowing()).singleElement().satisfies(cluster -> {
            assertThat(cluster.language()).isEqualTo("eng_Latn");
            assertThat(cluster.members()).isEqualTo(40);
            assertThat(cluster.similarity()).isLessThan(0.6);
            assertThat(cluster.examples()).hasSize(3);
        });
        assertThat(report.curve()).hasSize(20);
    }

    /** A hundred clusters of three equal texts are all that is shown; the one that is to be told of has two members. */
    @Test
    void aClusterTripsTheGuardEvenWhereAHundredAreLarger(SparkSession spark) {
        DedupSettings settings = Documents.settings(
                "{mode: fineweb, bands: 64, rows: 2, guard: {size: 2, share: 0.001, similarity: 0.6}}");
        Documents documents = new Documents(settings);
        for (int i = 0; i < 300; i++) {
            documents.add("e" + i, Texts.of(100 + i % 100, 30));
        }
        documents
                .add("one", Texts.of(1, 60) + ' ' + Texts.of(2, 60))
                .add("two", Texts.of(1, 60) + ' ' + Texts.of(3, 60));
        DedupReport report = report(spark, documents.rows(), settings);

        assertThat(report.largest()).hasSize(100).allMatch(cluster -> cluster.members() == 3);
        assertThat(report.swallowing())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.examples()).containsExactlyInAnyOrder("one", "two"));
    }

    @Test
    void theExactCheckUndoesLinksThatTheEstimateAllows(SparkSession spark) {
        DedupSettings settings = Documents.settings("{threshold: 0.2, exact-check: true, exact-threshold: 0.75}");
        Documents documents = new Documents(settings)
                .add("same", Texts.of(1, 200))
                .add("near", Texts.edited(1, 200, 2))
                .add("far", Texts.edited(1, 200, 14));

        assertThat(run(spark, documents.rows(), settings, 2, folder))
                .extracting(r -> r.<String>getAs("id"))
                .containsExactly("near", "same");
    }

    @Test
    void modeOffIsRefused(SparkSession spark) {
        DedupSettings off = Documents.settings("{mode: off}");

        assertThatThrownBy(() -> new DedupJob(new Documents(VERIFIED).in(spark), off))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dedup.mode");
    }

    private static List<Row> run(
            SparkSession spark, List<Row> rows, DedupSettings settings, int partitions, Path folder) {
        try (DedupResult result = job(spark, rows, settings, partitions, folder).execute()) {
            List<Row> found = new ArrayList<>(result.clusters().collectAsList());
            found.sort(Comparator.<Row, String>comparing(r -> r.getAs("id")).thenComparingLong(r -> r.getAs("key")));
            return found;
        }
    }

    private DedupReport report(SparkSession spark, List<Row> rows, DedupSettings settings) {
        try (DedupResult result = job(spark, rows, settings, 3, folder).execute()) {
            return result.report();
        }
    }

    private static DedupJob job(
            SparkSession spark, List<Row> rows, DedupSettings settings, int partitions, Path folder) {
        return new DedupJob(spark.createDataFrame(rows, DedupView.SCHEMA).repartition(partitions), settings)
                .workFolder(folder.resolve("work").toString())
                .partitions(partitions);
    }

    private static String digest(List<Row> rows) {
        return Sha256.hex(rows.toString());
    }
}
