package org.babelmill.jobs.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.report.RunFixture;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.jobs.verify.Verification;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes the place of a survivor that is taken back, where the run is at hand. */
class PromotionTest {

    private static final Optional<String> TWO = Optional.of("local[2]");
    private static final String SURVIVOR = "eng_Latn-train-2";
    private static final String TRAIN = "data/eng_Latn/train-00000-of-00001.parquet";
    private static final String REMOVED = "removed/eng_Latn/removed-00000-of-00001.parquet";
    private static final Reason LIKENESS = new Reason(Stage.DEDUP, "same-text", SURVIVOR, Comparison.EQUALS, "");

    @TempDir
    private Path folder;

    /** A run whose document {@link #SURVIVOR} has four duplicates, and its shards. */
    private ReleaseFixture run() throws IOException {
        RunFixture run = new RunFixture();
        run.add(SURVIVOR, "eng_Latn", "", "the survivor", 100, List.of());
        run.add("short", "eng_Latn", "", "the short twin", 80, List.of(LIKENESS));
        run.add("long", "eng_Latn", "", "the long twin, write to jane@firm.de", 120, List.of(LIKENESS));
        run.add("bad", "eng_Latn", "", "the bad twin", 500, List.of(LIKENESS, quality()));
        run.add("listed", "eng_Latn", "", "the listed twin", 400, List.of(LIKENESS));
        run.add("foreign", "deu_Latn", "", "the twin in another language", 600, List.of(LIKENESS));
        run.clustered(SURVIVOR, SURVIVOR, "short", "long", "bad", "listed", "foreign");
        run.write(folder, 3);
        return new ReleaseFixture(folder.resolve("shards"), 50)
                .changing(row -> row.set("minhash_cluster_size", 6L))
                .file("eng_Latn", "train", 10);
    }

    private static Reason quality() {
        return Reason.of(Stage.QUALITY, "short-document", 3, Comparison.BELOW, 50);
    }

    private TakedownJob.Outcome take(String... ids) throws IOException {
        return take(false, ids);
    }

    private TakedownJob.Outcome take(boolean dryRun, String... ids) throws IOException {
        Release release = Release.open(folder.toString(), ReleaseFixture.configuration());
        return new TakedownJob(release, new TakedownList(Set.of(), Set.of(), Set.of(ids))).run(dryRun, TWO);
    }

    private List<Object[]> rows(String file) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(
                TableReader.project(ShardTable.SCHEMA, List.of("id", "text", "repeats")),
                new org.apache.hadoop.fs.Path(
                        folder.resolve("shards").resolve(file).toUri()),
                ReleaseFixture.configuration())) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void theLongestDuplicateThatOnlyItsLikenessDroppedIsPromotedMasked() throws IOException {
        run().finish();
        Object repeats = rows(TRAIN).get(2)[2];

        TakedownJob.Outcome outcome = take(SURVIVOR, "listed");

        assertThat(outcome.documents()).hasSize(1);
        assertThat(outcome.promoted()).isOne();
        Object[] promoted = rows(TRAIN).get(2);
        assertThat(promoted[0]).isEqualTo("long");
        assertThat((String) promoted[1]).startsWith("the long twin").doesNotContain("jane");
        assertThat(promoted[2]).as("used as often as the survivor was").isEqualTo(repeats);
        assertThat(rows(TRAIN)).hasSize(10);
        assertThat(new Verification(Release.open(folder.toString(), ReleaseFixture.configuration())).run(TWO))
                .isEmpty();
    }

    @Test
    void whatIsPromotedLeavesTheRemovedDocuments() throws IOException {
        run().changing(row -> row.set("id", "long"))
                .file("eng_Latn", "removed", 1)
                .finish();

        assertThat(take(SURVIVOR, "listed").documents()).hasSize(1);

        assertThat(rows(TRAIN)).extracting(row -> row[0]).contains("long");
        assertThat(folder.resolve("shards").resolve(REMOVED)).doesNotExist();
    }

    @Test
    void aDryRunNamesWhatGoesAndWhatWouldTakeItsPlace() throws IOException {
        run().changing(row -> row.set("id", "long"))
                .file("eng_Latn", "removed", 1)
                .finish();

        TakedownJob.Outcome planned = take(true, SURVIVOR, "listed", "eng_Latn-train-3");

        assertThat(planned.documents())
                .extracting(
                        TakedownJob.TakenBack::id,
                        TakedownJob.TakenBack::file,
                        d -> d.instead().isPresent())
                .containsExactly(tuple(SURVIVOR, TRAIN, true), tuple("eng_Latn-train-3", TRAIN, false));
        assertThat(folder.resolve("shards").resolve(REMOVED)).exists();
        TakedownJob.Outcome done = take(SURVIVOR, "listed", "eng_Latn-train-3");
        assertThat(List.of(done.documents(), done.files(), done.groups()))
                .as("what was announced")
                .isEqualTo(List.of(planned.documents(), planned.files(), planned.groups()));
    }

    @Test
    void aPromotedDocumentCanBeTakenBackToo() throws IOException {
        run().finish();
        take(SURVIVOR, "listed");

        assertThat(take("long").promoted()).isOne();
        assertThat(take("short").promoted()).isZero();

        assertThat(rows(TRAIN)).hasSize(9).extracting(row -> row[0]).doesNotContain(SURVIVOR, "long", "short", "bad");
    }

    @Test
    void theRunRemembersWhatWasTakenBack() throws IOException {
        run().finish();
        take(SURVIVOR);

        Tombstones stones = Tombstones.parse("run", Files.readString(folder.resolve(Tombstones.FILE)));

        assertThat(stones.match(SURVIVOR, "https://other.example/", "other.example"))
                .contains("id");
        assertThat(stones.match("long", "https://other.example/", "other.example"))
                .isEmpty();
    }
}
