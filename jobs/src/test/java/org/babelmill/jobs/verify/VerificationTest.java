package org.babelmill.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static List<String> checks(Release release) throws IOException {
        return new Verification(release)
                .run(Optional.of("local[2]")).stream()
                        .map(Finding::check)
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
        Release release = new ReleaseFixture(folder, 50)
                .changing(row -> row.set("text", "Schreib an erika.mustermann@firma-muster.de bitte."))
                .file("deu_Latn", "train", 1)
                .changing(row -> row.set("opt_outs", List.of("noai")))
                .file("swh_Latn", "train", 1)
                .changing(row -> row.set("language", "fra"))
                .file("ita_Latn", "train", 1)
                .finish();
        assertThat(checks(release)).containsExactly("content", "opt-out", "pii");
    }

    @Test
    void missingUnlistedAndChangedFilesAreFound() throws IOException {
        Release release = ReleaseFixture.small(folder);
        Files.delete(folder.resolve("data/swh_Latn/train-00000-of-00001.parquet"));
        Files.copy(
                folder.resolve("data/deu_Latn/test-00000-of-00001.parquet"),
                folder.resolve("data/deu_Latn/test-00001-of-00002.parquet"));
        Files.writeString(folder.resolve("README.md"), "changed");
        byte[] bytes = Files.readAllBytes(folder.resolve("data/deu_Latn/train-00000-of-00001.parquet"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("data/deu_Latn/train-00000-of-00001.parquet"), bytes);
        assertThat(checks(release)).containsExactly("checksum", "missing", "unlisted");
    }

    @Test
    void fewerRowsThanTheManifestCountsAndAnotherSchemaAreFound() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .damaging(file -> write(file, ShardTable.SCHEMA, 2))
                .file("deu_Latn", "train", 3)
                .damaging(file -> write(file, TableReader.project(ShardTable.SCHEMA, List.of("id", "text")), 3))
                .file("swh_Latn", "train", 3)
                .finish();
        assertThat(checks(release)).containsExactly("rows", "schema");
    }

    private static void write(org.apache.hadoop.fs.Path file, TableSchema schema, int rows) throws IOException {
        TableWriter.Layout layout = new TableWriter.Layout(1 << 20, 0, 3, ShardStage.BLOOM_COLUMNS, Map.of());
        TableSchema columns = TableReader.project(
                ShardTable.SCHEMA, schema.columns().stream().map(Column::name).toList());
        try (TableWriter out = TableWriter.create(columns, file, layout, ReleaseFixture.configuration())) {
            for (int i = 0; i < rows; i++) {
                Object[] row = ReleaseFixture.row("deu_Latn", "train", i).build();
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
        String text = "der Wald liegt still ".repeat(420_000);
        Release release = new ReleaseFixture(folder, 50)
                .changing(row -> row.set("text", text))
                .file("deu_Latn", "train", 12)
                .finish();
        assertThat(checks(release)).containsExactly("row-group");
    }

    @Test
    void aNameThatReadersDoNotExpectIsFound() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .file("deu_Latn", "train", 3)
                .file("deu_Latn", "valid", 3)
                .finish();
        assertThat(checks(release)).containsExactly("name");
    }

    @Test
    void whatWasTakenBackIsFoundWhereItCameBack() throws IOException {
        Release release = new ReleaseFixture(folder, 50)
                .beside(
                        Tombstones.FILE,
                        Tombstones.none()
                                .plus(Map.of("host", Set.of("www2.example.org")))
                                .text())
                .file("deu_Latn", "train", 3)
                .finish();
        assertThat(checks(release)).containsExactly("tombstone");
    }
}
