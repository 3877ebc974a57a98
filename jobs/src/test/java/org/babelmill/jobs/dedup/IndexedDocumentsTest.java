package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.index.SignatureIndex;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.babelmill.pipeline.config.DedupSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An index that snapshots and documents were added to and removed from, beside a run over what is left. */
@ExtendWith(SparkSessionExtension.class)
class IndexedDocumentsTest {

    private static final DedupSettings SETTINGS = Documents.settings("{mode: verified}");

    @TempDir
    private Path folder;

    @Test
    void whateverTheOrderOfChangesTheClustersAreThoseOfARunFromScratch(SparkSession spark) throws IOException {
        SignatureIndex index =
                SignatureIndex.openOrCreate(spark, folder.resolve("index").toString(), SETTINGS, 3);
        Documents first = snapshot(1);
        Documents second = snapshot(2);
        Documents third = snapshot(3);
        index.add("first", first.in(spark), 1);
        index.add("second", second.in(spark), 1);
        SignatureIndex reopened =
                SignatureIndex.open(spark, folder.resolve("index").toString());
        reopened.add("third", third.in(spark), 1);
        SignatureIndex.Change change = reopened.remove("first");

        assertThat(reopened.snapshots()).containsExactly("second", "third");
        assertThat(status(reopened.clusters().collectAsList()))
                .isEqualTo(fromScratch(spark, List.of(second, third), id -> true, folder));
        assertThat(change.documents())
                .isEqualTo(second.rows().size() + third.rows().size());

        assertThat(reopened.unknown(Set.of("s2-f1-0", "nobody"), Set.of("h3.example", "3.example", "example")))
                .as("a host stands for those below it, and for no other that ends alike")
                .containsExactly("3.example", "nobody");

        SignatureIndex.Change forgotten = reopened.forget(Set.of("s2-f1-0", "s3-f2-1", "nobody"), Set.of("h3.example"));

        assertThat(status(reopened.clusters().collectAsList()))
                .isEqualTo(fromScratch(
                        spark,
                        List.of(second, third),
                        row -> !Set.of("s2-f1-0", "s3-f2-1").contains(row.getString(1))
                                && !row.getString(14).equals("h3.example"),
                        folder));
        assertThat(forgotten.promoted()).isPositive();
        assertThat(forgotten.documents()).isLessThan(change.documents());
        assertThat(status(reopened.clusters("third").collectAsList()).keySet())
                .allSatisfy(id -> assertThat(id).startsWith("s3-"));

        reopened.add("first", first.in(spark), 1);

        assertThat(status(reopened.clusters().collectAsList()))
                .as("a snapshot that comes again comes whole")
                .isEqualTo(fromScratch(
                        spark,
                        List.of(second, third, first),
                        row -> !Set.of("s2-f1-0", "s3-f2-1").contains(row.getString(1))
                                && (row.getString(1).startsWith("s1-")
                                        || !row.getString(14).equals("h3.example")),
                        folder));
    }

    @Test
    void otherSettingsAndKnownNamesAreRefused(SparkSession spark) throws IOException {
        String path = folder.resolve("index").toString();
        SignatureIndex index = SignatureIndex.openOrCreate(spark, path, SETTINGS, 2);
        index.add("one", new Documents(SETTINGS).add("a", "short text").in(spark), 1);

        assertThatThrownBy(() -> index.add("one", new Documents(SETTINGS).in(spark), 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--snapshot one");
        assertThatThrownBy(() -> index.add(
                        "again", new Documents(SETTINGS).add("a", "short text").in(spark), 1))
                .as("the same archives under another name")
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("--snapshot again", "such as a", "one");
        assertThat(index.snapshots()).containsExactly("one");
        assertThatThrownBy(() -> index.remove("two"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("two");
        assertThatThrownBy(() -> SignatureIndex.openOrCreate(spark, path, Documents.settings("{mode: fineweb}"), 2))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("other settings", ": dedup.mode;")
                .hasMessageNotContaining("dedup.bands");
        assertThatThrownBy(() -> SignatureIndex.openOrCreate(spark, folder.toString(), SETTINGS, 2))
                .as("a folder of something else")
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no index");
    }

    /** Families over all snapshots: members of one are in several. */
    static Documents snapshot(int number) {
        Documents documents = new Documents(SETTINGS);
        Random random = new Random(number);
        for (int family = 0; family < 12; family++) {
            for (int member = 0; member < 1 + random.nextInt(3); member++) {
                int host = random.nextInt(6);
                documents.add(
                        "s" + number + "-f" + family + "-" + member,
                        Texts.edited(family, 120, random.nextInt(6)),
                        f -> f.at("h" + host + ".example", "dump" + number));
            }
        }
        return documents;
    }

    /** What a run over some snapshots' documents finds. */
    static TreeMap<String, List<Object>> fromScratch(
            SparkSession spark, List<Documents> snapshots, Predicate<Row> stays, Path folder) {
        List<Row> rows = new ArrayList<>();
        for (Documents snapshot : snapshots) {
            for (Row row : snapshot.rows()) {
                if (stays.test(row)) {
                    Object[] values = new Object[row.size()];
                    Arrays.setAll(values, row::get);
                    values[0] = (long) rows.size();
                    rows.add(org.apache.spark.sql.RowFactory.create(values));
                }
            }
        }
        try (DedupResult result = new DedupJob(spark.createDataFrame(rows, DedupView.SCHEMA), SETTINGS)
                .workFolder(folder.resolve("scratch").toString())
                .partitions(2)
                .execute()) {
            return status(result.clusters().collectAsList());
        }
    }

    /** Everything but the key, by id. */
    static TreeMap<String, List<Object>> status(List<Row> rows) {
        TreeMap<String, List<Object>> found = new TreeMap<>();
        for (Row row : rows) {
            List<Object> values = new ArrayList<>();
            for (int i = 1; i < row.size(); i++) {
                values.add(row.get(i));
            }
            found.put(row.getString(1), values);
        }
        return found;
    }
}
