package org.babelmill.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.ReleaseFixture;
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
}
