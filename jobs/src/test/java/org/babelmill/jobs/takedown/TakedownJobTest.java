package org.babelmill.jobs.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.jobs.verify.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakedownJobTest {

    private static final Optional<String> TWO = Optional.of("local[2]");
    private static final String TRAIN = "data/deu_Latn/train-00000-of-00001.parquet";

    @TempDir
    private Path folder;

    private static TakedownList ids(String... ids) {
        return new TakedownList(Set.of(), Set.of(), Set.of(ids));
    }

    private static TakedownJob.Outcome take(Release release, TakedownList list) throws IOException {
        return new TakedownJob(release, list).run(false, TWO);
    }

    private Release reopened() throws IOException {
        return Release.open(folder.toString(), ReleaseFixture.configuration());
    }

    @Test
    void theResultIsThatOfAFilterAndAlmostAllRowGroupBytesAreCopied() throws IOException, SQLException {
        Release release =
                new ReleaseFixture(folder, 50).file("deu_Latn", "train", 2000).finish();
        Files.copy(folder.resolve(TRAIN), folder.resolve("before.parquet"));
        TakedownJob.Outcome outcome = take(release, ids("deu_Latn-train-1234"));
        assertThat(outcome.documents()).hasSize(1);
        assertThat(outcome.groups()).isOne();
        // Footer and indexes are always written anew; beside such small row groups they are not small.
        assertThat((double) outcome.reused() / rowGroupBytes(folder.resolve(TRAIN)))
                .isGreaterThan(0.95);
        String before = "SELECT * FROM '" + folder.resolve("before.parquet") + "' WHERE id <> 'deu_Latn-train-1234'";
        String after = "SELECT * FROM '" + folder.resolve(TRAIN) + "'";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThat(count(duckdb, "(" + before + ") EXCEPT ALL (" + after + ")"))
                    .isZero();
            assertThat(count(duckdb, "(" + after + ") EXCEPT ALL (" + before + ")"))
                    .isZero();
            assertThat(count(duckdb, after)).isEqualTo(1999);
        }
        indexesAreThere(folder.resolve(TRAIN));
    }

    private static long count(Connection duckdb, String query) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM (" + query + ")")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long rowGroupBytes(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), ReleaseFixture.configuration()))) {
            return reader.getRowGroups().stream()
                    .mapToLong(BlockMetaData::getCompressedSize)
                    .sum();
        }
    }

    private static void indexesAreThere(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), ReleaseFixture.configuration()))) {
            assertThat(reader.getRowGroups()).hasSizeGreaterThan(20);
            for (BlockMetaData group : reader.getRowGroups()) {
                for (ColumnChunkMetaData chunk : group.getColumns()) {
                    assertThat(reader.readOffsetIndex(chunk))
                            .as("offset index of %s", chunk.getPath())
                            .isNotNull();
                    if (List.of("id", "url").contains(chunk.getPath().toDotString())) {
                        assertThat(reader.readBloomFilter(chunk))
                                .as("Bloom filter")
                                .isNotNull();
                        assertThat(reader.readColumnIndex(chunk))
                                .as("column index")
                                .isNotNull();
                    }
                }
            }
        }
    }

    @Test
    void hostsMeanTheirSubdomainsAndEverySplit() throws IOException {
        Release release = ReleaseFixture.small(folder);
        TakedownJob.Outcome outcome = take(release, new TakedownList(Set.of(), Set.of("www3.example.org"), Set.of()));
        assertThat(outcome.documents()).hasSize(29 + 1 + 4 + 3);
        assertThat(outcome.version()).isEqualTo("2.0.0");
        assertThat(outcome.unmatched()).isEmpty();
        assertThat(new Verification(reopened()).run(TWO)).isEmpty();
    }

    @Test
    void anAddressAndItsTombstoneStay() throws IOException {
        Release release = ReleaseFixture.small(folder);
        String url = "https://www5.example.org/deu_Latn-train-5";
        assertThat(take(release, new TakedownList(Set.of(url), Set.of(), Set.of()))
                        .documents())
                .hasSize(1);
        Tombstones stones = Tombstones.parse("tombstones", Files.readString(folder.resolve(Tombstones.FILE)));
        assertThat(stones.match("other", url, "www5.example.org")).contains("url");
        assertThat(stones.match("other", url + "x", "www5.example.org")).isEmpty();
        assertThat(Files.readString(folder.resolve(Tombstones.FILE))).doesNotContain("example");
        assertThat(reopened().manifest().checksums()).contains(Tombstones.FILE);
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains("Version 2.0.0", "1 document was taken back");
    }

    @Test
    void aFileWithoutDocumentsGoes() throws IOException {
        ReleaseFixture fixture = new ReleaseFixture(folder, 50);
        Release release = fixture.file("deu_Latn", "train", 10)
                .file("swh_Latn", "train", 1)
                .finish();
        take(release, ids("swh_Latn-train-0"));
        assertThat(folder.resolve("data/swh_Latn/train-00000-of-00001.parquet")).doesNotExist();
        assertThat(Files.readString(folder.resolve("README.md"))).doesNotContain("swh_Latn");
        assertThat(new Verification(reopened()).run(TWO)).isEmpty();
    }

    @Test
    void aStoppedExchangeIsFinishedByTheNextCommand() throws IOException {
        Release release = ReleaseFixture.small(folder);
        String manifest = Files.readString(folder.resolve(Release.MANIFEST));
        take(release, ids("deu_Latn-train-7"));
        String after = Files.readString(folder.resolve(Release.MANIFEST));
        // As it was before the exchange: the new file beside the old one, and the note of what is to be done.
        Path file = folder.resolve(TRAIN);
        Files.move(file, folder.resolve("data/deu_Latn/." + file.getFileName() + ".takedown"));
        Files.writeString(file, "old");
        Files.delete(folder.resolve(Release.MANIFEST));
        TakedownExchange.Pending pending = new TakedownExchange.Pending(
                new JsonMapper().readValue(after, ReleaseManifest.class),
                new JsonMapper().readValue(Files.readString(folder.resolve("stats/run.json")), ReleaseFacts.class),
                Files.readString(folder.resolve(Tombstones.FILE)),
                List.of(TRAIN));
        Files.writeString(folder.resolve("takedown.pending.json"), RunDirectory.json(pending));
        assertThat(new TakedownExchange(release.root(), release.hadoop()).finish())
                .isTrue();
        assertThat(folder.resolve(Release.MANIFEST)).hasContent(after).isNotEqualTo(manifest);
        assertThat(new TakedownExchange(release.root(), release.hadoop()).finish())
                .isFalse();
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        Release release = ReleaseFixture.small(folder);
        List<String> before = ReleaseFixture.files(folder);
        String manifest = Files.readString(folder.resolve(Release.MANIFEST));
        TakedownJob.Outcome outcome = new TakedownJob(release, ids("deu_Latn-train-7", "no-such-id")).run(true, TWO);
        assertThat(outcome.unmatched()).containsExactly("no-such-id");
        assertThat(outcome.documents()).hasSize(1);
        assertThat(ReleaseFixture.files(folder)).isEqualTo(before);
        assertThat(folder.resolve(Release.MANIFEST)).hasContent(manifest);
    }

    @Test
    void listsSayWhatIsWrongWithThem() {
        TakedownList list = TakedownList.parse("# urls\nhttps://a.org/x\n\n", "A.org\n", "");
        assertThat(list.names("id", "https://b.org/", "www.a.ORG")).isTrue();
        assertThat(list.names("id", "https://b.org/", "ba.org")).isFalse();
        assertThatThrownBy(() -> TakedownList.parse("", "https://a.org/", "")).hasMessageContaining("not a host");
    }
}
