package org.babelmill.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.tombstone.Tombstones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    @TempDir
    private Path folder;

    private static List<Finding> findings(Release release) throws IOException {
        return new Verification(release).run(Optional.of("local[2]"));
    }

    private static List<String> checks(Release release) throws IOException {
        return findings(release).stream().map(Finding::check).distinct().toList();
    }

    /** Checks that found something, with the languages of the files. */
    private static List<String> checksByLanguage(Release release) throws IOException {
        return findings(release).stream()
                .map(f -> f.check() + " " + f.path().split("/")[1])
                .distinct()
                .toList();
    }

    @Test
    void afinishedReleaseIsAsItsManifestSays() throws IOException {
        assertThat(checks(ReleaseFixture.small(folder))).isEmpty();
    }

    @Test
    void duplicateIdsAndStraddlingClustersAreFound() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .changing(row -> row.set("minhash_cluster_id", "same"))
                .file("deu_Latn", "train", 3)
                .file("deu_Latn", "test", 1)
                .changing(row -> row.set("id", "deu_Latn-train-1"))
                .file("swh_Latn", "train", 1)
                .finish();
        assertThat(checks(release)).containsExactly("duplicate-id", "split");
    }

    @Test
    void whatMustNotBePublishedIsFound() throws IOException {
        String mail = "Schreib an erika.mustermann@firma-muster.de bitte.";
        Release release = new ReleaseFixture(folder, 50)
                .beside(
                        Tombstones.FILE,
                        Tombstones.none()
                                .plus(Map.of(
                                        "host", Set.of("optedout.example"),
                                        "url", Set.of("https://www.example.org/taken"),
                                        "id", Set.of("taken")))
                                .text())
                .changing(row -> row.set("text", mail))
                .file("deu_Latn", "train", 1)
                .changing(row -> row.set("title", mail))
                .file("nld_Latn", "train", 1)
                .changing(row -> row.set("opt_outs", List.of("noai")))
                .file("swh_Latn", "train", 1)
                .changing(row -> row.set("host", "www.optedout.example"))
                .file("pol_Latn", "train", 1)
                .changing(row -> row.set("url", "https://www.example.org/taken"))
                .file("por_Latn", "train", 1)
                .changing(row -> row.set("id", "taken"))
                .file("ron_Latn", "train", 1)
                .finish();
        assertThat(checksByLanguage(release))
                .containsExactly(
                        "opt-out swh_Latn",
                        "pii deu_Latn",
                        "pii nld_Latn",
                        "tombstone pol_Latn",
                        "tombstone por_Latn",
                        "tombstone ron_Latn");
    }

    @Test
    void rowsThatAreInTheWrongFileAreFound() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .changing(row -> row.set("language", "fra"))
                .file("ita_Latn", "train", 1)
                .changing(row -> row.set("repeats", 0))
                .file("deu_Latn", "train", 1)
                .changing(row -> row.set("filter_reason", null))
                .file("deu_Latn", "removed", 1)
                .changing(row -> row.set("filter_reason", "short"))
                .file("swh_Latn", "test", 1)
                .finish();
        assertThat(findings(release))
                .extracting(f -> f.check() + " " + f.path().replaceFirst("-.*", ""))
                .containsExactly(
                        "content data/deu_Latn/train",
                        "content data/ita_Latn/train",
                        "content data/swh_Latn/test",
                        "content removed/deu_Latn/removed");
    }

    @Test
    void missingUnlistedAndChangedFilesAreFound() throws IOException {
        Release release = ReleaseFixture.small(folder);
        Files.delete(folder.resolve("data/swh_Latn/train-00000-of-00001.parquet"));
        Files.delete(folder.resolve("LICENSE"));
        Files.copy(
                folder.resolve("data/deu_Latn/test-00000-of-00001.parquet"),
                folder.resolve("data/deu_Latn/test-00001-of-00002.parquet"));
        Files.writeString(folder.resolve("README.md"), "changed");
        Files.writeString(folder.resolve("CHECKSUMS.sha256"), "changed");
        byte[] bytes = Files.readAllBytes(folder.resolve("data/deu_Latn/train-00000-of-00001.parquet"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("data/deu_Latn/train-00000-of-00001.parquet"), bytes);
        assertThat(findings(release))
                .extracting(f -> f.check() + " " + f.path())
                .containsExactly(
                        "checksum CHECKSUMS.sha256",
                        "checksum README.md",
                        "checksum data/deu_Latn/train-00000-of-00001.parquet",
                        "missing LICENSE",
                        "missing data/swh_Latn/train-00000-of-00001.parquet",
                        "unlisted data/deu_Latn/test-00001-of-00002.parquet");
    }

    @Test
    void otherCountsThanTheManifestsAndAnotherSchemaAreFound() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .damaging(file -> write(file, ShardTable.SCHEMA, 2))
                .file("deu_Latn", "train", 3)
                .damaging(file -> write(file, TableReader.project(ShardTable.SCHEMA, List.of("id", "text")), 3))
                .file("swh_Latn", "train", 3)
                .changing(row -> row.set("n_words", 1L))
                .damaging(file -> write(file, "ita_Latn", ShardTable.SCHEMA, 3))
                .file("ita_Latn", "train", 3)
                .finish();
        assertThat(findings(release))
                .extracting(f -> f.check() + " " + f.path().split("/")[1] + " "
                        + f.detail().replaceFirst(":.*", ""))
                .contains("counts deu_Latn rows", "counts ita_Latn words", "schema swh_Latn differs from shards-v2")
                .doesNotContain("counts ita_Latn rows", "counts ita_Latn characters");
    }

    private static void write(org.apache.hadoop.fs.Path file, TableSchema schema, int rows) throws IOException {
        write(file, "deu_Latn", schema, rows);
    }

    private static void write(org.apache.hadoop.fs.Path file, String language, TableSchema schema, int rows)
            throws IOException {
        TableWriter.Layout layout = new TableWriter.Layout(1 << 20, 0, 3, ShardStage.BLOOM_COLUMNS, Map.of());
        TableSchema columns = TableReader.project(
                ShardTable.SCHEMA, schema.columns().stream().map(Column::name).toList());
        try (TableWriter out = TableWriter.create(columns, file, layout, ReleaseFixture.configuration())) {
            for (int i = 0; i < rows; i++) {
                Object[] row = ReleaseFixture.row(language, "train", i).build();
                out.write(schema.columns().stream()
                        .map(c -> row[ShardTable.SCHEMA.positions().get(c.name())])
                        .toArray());
            }
        }
    }

    /** Parquet's own copy of row groups leaves indexes and Bloom filters out. */
    @Test
    void lostPageIndexesAndBloomFiltersAreFound() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .damaging(VerificationTest::withoutIndexes)
                .file("deu_Latn", "train", 3)
                .finish();
        assertThat(checks(release)).containsExactly("bloom-filter", "page-index");
    }

    private static void withoutIndexes(org.apache.hadoop.fs.Path file) throws IOException {
        org.apache.hadoop.fs.Path copy = file.suffix(".copy");
        Configuration hadoop = ReleaseFixture.configuration();
        InputFile input = HadoopInputFile.fromPath(file, hadoop);
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            ParquetFileWriter out = new ParquetFileWriter(
                    HadoopOutputFile.fromPath(copy, hadoop),
                    reader.getFileMetaData().getSchema(),
                    ParquetFileWriter.Mode.OVERWRITE,
                    1 << 20,
                    0,
                    null,
                    ParquetProperties.builder().build());
            out.start();
            out.appendFile(input);
            out.end(Map.of());
        }
        FileSystem fs = file.getFileSystem(hadoop);
        assertThat(fs.delete(file, false) && fs.rename(copy, file)).isTrue();
    }

    @Test
    void aRowGroupAboveTheHubsLimitIsFound() throws IOException {
        // A column that is searched for nothing.
        String scores = "{\"deu_Latn\":1.0}".repeat(600_000);
        Release release = new ReleaseFixture(folder, 50)
                .changing(row -> row.set("top_langs", scores))
                .file("deu_Latn", "train", 12)
                .finish();
        assertThat(checks(release)).containsExactly("row-group");
    }

    @Test
    void namesThatReadersDoNotExpectAndFoldersTheHubRefusesAreFound() {
        assertThat(FolderCheck.names(List.of(
                        "data/deu_Latn/train-00000-of-00001.parquet",
                        "removed/deu_Latn/removed-00000-of-00001.parquet",
                        "data/deu_Latn/valid-00000-of-00001.parquet",
                        "data/german/train-00000-of-00001.parquet",
                        "train.parquet")))
                .extracting(Finding::path)
                .containsExactly(
                        "data/deu_Latn/valid-00000-of-00001.parquet",
                        "data/german/train-00000-of-00001.parquet",
                        "train.parquet");
        List<String> many = IntStream.range(0, FolderCheck.MOST_IN_FOLDER)
                .mapToObj(i -> String.format(Locale.ROOT, "data/deu_Latn/train-%05d-of-10000.parquet", i))
                .toList();
        assertThat(FolderCheck.names(many)).extracting(Finding::path).containsExactly("data/deu_Latn");
        assertThat(FolderCheck.names(many.subList(1, many.size()))).isEmpty();
    }
}
