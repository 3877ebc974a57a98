package org.babelmill.jobs.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.babelmill.jobs.mixture.SizeTable;
import org.babelmill.jobs.mixture.Supply;
import org.babelmill.jobs.mixture.Unit;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.pipeline.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseDocumentsTest {

    @TempDir
    private Path folder;

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void theCardsHeadNamesEveryConfigurationWithItsFiles() throws IOException {
        ReleaseFixture.small(folder);
        JsonNode head = new YAMLMapper().readTree(text("README.md").split("---\n")[1]);
        assertThat(head.get("configs").findValuesAsText("config_name"))
                .containsExactly("deu_Latn", "deu_Latn_removed", "swh_Latn");
        assertThat(head.get("configs").get(0).get("data_files").findValuesAsText("split"))
                .containsExactly("train", "test");
        assertThat(head.at("/dataset_info/0/splits/0/num_examples").asLong()).isEqualTo(200);
        assertThat(head.get("size_categories").get(0).asText()).isEqualTo("n<1K");
        assertThat(head.get("language").size()).isEqualTo(2);
    }

    @Test
    void sizesHaveTheHubsClasses() {
        assertThat(CardHead.sizeCategory(999)).isEqualTo("n<1K");
        assertThat(CardHead.sizeCategory(1000)).isEqualTo("1K<n<10K");
        assertThat(CardHead.sizeCategory(5_000_000_000L)).isEqualTo("1B<n<10B");
        assertThat(CardHead.sizeCategory(2_000_000_000_000L)).isEqualTo("n>1T");
    }

    @Test
    void croissantNamesFilesChecksumsAndColumns() throws IOException {
        Release release = ReleaseFixture.small(folder);
        JsonNode croissant = new ObjectMapper().readTree(text("croissant.json"));
        for (String required : new String[] {
            "@context",
            "@type",
            "conformsTo",
            "description",
            "license",
            "name",
            "url",
            "creator",
            "datePublished",
            "distribution"
        }) {
            assertThat(croissant.has(required)).as(required).isTrue();
        }
        assertThat(croissant.get("datePublished").asText()).isEqualTo("2026-01-28");
        assertThat(croissant.get("distribution").findValuesAsText("sha256"))
                .containsExactlyElementsOf(release.manifest().files().stream()
                        .map(ShardEntry::sha256)
                        .toList());
        assertThat(croissant.get("recordSet").findValuesAsText("name"))
                .contains("splits", "train", "test", "removed", "text", "quality");
        assertThat(croissant.get("recordSet").findValuesAsText("column")).contains("text", "quality", "reasons");
        // What mlcroissant refuses: a field of which neither it nor its parts say a type.
        assertThat(croissant.get("recordSet").findParents("source"))
                .isNotEmpty()
                .allMatch(field -> field.has("dataType"));
        assertThat(croissant.at("/recordSet/0/data").findValuesAsText("splits/name"))
                .containsExactly("train", "test", "removed");
        assertThat(croissant.get("distribution").findValuesAsText("includes"))
                .contains("data/deu_Latn/train-*.parquet", "data/*/train-*.parquet", "removed/*/removed-*.parquet");
    }

    @Test
    void everyFileButTheManifestHasItsChecksum() throws IOException {
        ReleaseFixture.small(folder);
        for (String line : text("CHECKSUMS.sha256").split("\n")) {
            String[] parts = line.split("  ");
            assertThat(HexFormat.of().formatHex(Sha256.digest(Files.readAllBytes(folder.resolve(parts[1])))))
                    .as(parts[1])
                    .isEqualTo(parts[0]);
        }
        assertThat(text("CHECKSUMS.sha256").split("\n"))
                .hasSize(ReleaseFixture.files(folder).size() - 2);
    }

    @Test
    void theStatisticsServeAsSizesOfAMixture() throws IOException {
        ReleaseFixture.small(folder);
        assertThat(SizeTable.read("stats", text("stats/languages.csv").lines().toList(), Unit.CHARS))
                .extracting(Supply::name)
                .containsExactly("deu_Latn", "swh_Latn");
    }

    @Test
    void settingsInTheStatisticsNameNoPlaces() throws IOException {
        new ReleaseFixture(folder, 50)
                .file("deu_Latn", "train", 1)
                .finish("quality.profile=/home/erika/strict.yaml", "language.model=s3a://bucket/erika/model.bin");
        assertThat(text("stats/run.json") + text("README.md"))
                .contains("strict.yaml", "model.bin")
                .doesNotContain("erika");
        assertThat(new ObjectMapper()
                        .readTree(text("stats/run.json"))
                        .at("/settings/input")
                        .isMissingNode())
                .isTrue();
    }
}
