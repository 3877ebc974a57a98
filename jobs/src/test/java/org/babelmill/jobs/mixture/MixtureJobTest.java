package org.babelmill.jobs.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.mixture.render.TrainerFormat;
import org.babelmill.jobs.mixture.render.TrainerRequest;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixtureJobTest {

    private static final String TWO_STAGES = """
            max-epochs: 4
            budget: 400000
            seed: 11
            groups: [{name: swahili, share: 0.05, languages: [swh]}]
            stages:
            - {name: warm, fraction: 0.75}
            - {name: cool, fraction: 0.25, shares: {swahili: 0.1}}
            """;

    @TempDir
    private Path folder;

    private MixturePlan mix(String recipe) throws IOException {
        return mix(ReleaseFixture.small(folder.resolve("shards")), recipe);
    }

    private MixturePlan mix(Release release, String recipe) throws IOException {
        return new MixtureJob(
                        release,
                        Recipe.read("recipe", recipe),
                        new org.apache.hadoop.fs.Path(folder.resolve("mixture").toUri()))
                .run(
                        Map.of(),
                        List.of(TrainerFormat.values()),
                        new TrainerRequest.Options("/tokens", 1000),
                        Optional.of("local[2]"));
    }

    private List<Object[]> proof(String language) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        Path file = folder.resolve("mixture/proof/data/" + language + "/train-00000-of-00001.parquet");
        try (TableReader reader = TableReader.open(
                MixtureProofTable.SCHEMA,
                new org.apache.hadoop.fs.Path(file.toUri()),
                ReleaseFixture.configuration())) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("mixture").resolve(file));
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("mixture/proof"));
        Files.writeString(folder.resolve("mixture/thesis.txt"), "precious");

        assertThatThrownBy(() -> mix(TWO_STAGES))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("--output", "thesis.txt");

        assertThat(folder.resolve("mixture/thesis.txt")).hasContent("precious");
        assertThat(folder.resolve("mixture/proof")).exists();
    }

    @Test
    void theProofAddsUpToThePlanAndNobodyIsSeenTooOften() throws IOException {
        MixturePlan plan = mix(TWO_STAGES);
        JsonNode record = new ObjectMapper().readTree(text("mixture.json"));
        for (String language : List.of("deu_Latn", "swh_Latn")) {
            List<Object[]> rows = proof(language);
            assertThat(rows).allSatisfy(row -> {
                assertThat((Integer) row[3]).isBetween(0, 4);
                assertThat(((List<?>) row[4])
                                .stream().mapToInt(c -> (Integer) c).sum())
                        .isEqualTo((Integer) row[3]);
            });
            double planned = plan.stages().stream()
                    .flatMap(s -> s.parts().stream())
                    .filter(p -> p.name().equals(language))
                    .mapToDouble(MixturePlan.Part::amount)
                    .sum();
            double seen = 0;
            for (JsonNode stage : record.at("/proof/" + language + "/seenByStage")) {
                seen += stage.asDouble();
            }
            assertThat(seen).isCloseTo(planned, within(0.15 * planned));
        }
        assertThat(proof("deu_Latn")).hasSize(200);
    }

    @Test
    void tokensAreTakenAsCountedWhereTheyWereCounted() throws IOException {
        Release counted = new ReleaseFixture(folder.resolve("shards"), 50)
                .changing(row -> row.set("n_tokens", 10L))
                .file("deu_Latn", "train", 30)
                .file("swh_Latn", "train", 10)
                .finish();

        MixturePlan plan = mix(counted, "{unit: tokens}");

        assertThat(plan.unit()).isEqualTo("tokens");
        assertThat(plan.stages().get(0).parts())
                .extracting(MixturePlan.Part::supply)
                .containsExactly(300.0, 100.0);
        // What the recipe says of tokens a byte goes first.
        assertThat(mix(counted, "{unit: tokens, tokens-per-byte: {default: 0.5}}")
                        .stages()
                        .get(0)
                        .parts())
                .extracting(MixturePlan.Part::supply)
                .noneMatch(supply -> supply == 300.0);
    }

    @Test
    void tokensThatNobodyCountedAreRefused() {
        assertThatThrownBy(() -> mix("{unit: tokens}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("shards.tokenizer")
                .hasMessageContaining("tokens-per-byte");
    }

    @Test
    void theSameRecipeGivesTheSameFiles() throws IOException {
        mix(TWO_STAGES);
        Map<String, String> first = files();
        mix(TWO_STAGES);
        assertThat(files()).isEqualTo(first);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String file : ReleaseFixture.files(folder.resolve("mixture"))) {
            files.put(
                    file,
                    new String(
                            Files.readAllBytes(folder.resolve("mixture").resolve(file)), StandardCharsets.ISO_8859_1));
        }
        return files;
    }

    @Test
    void everyTrainersFilesFollowItsGrammar() throws IOException {
        mix(TWO_STAGES);
        YAMLMapper yaml = new YAMLMapper();
        ObjectMapper json = new ObjectMapper();

        String[] blend = text("megatron/blend.warm.txt").split("\\s+");
        assertThat(blend).hasSize(4).contains("/tokens/deu_Latn_text_document");
        assertThat(Double.parseDouble(blend[0]) + Double.parseDouble(blend[2])).isCloseTo(1, within(1e-9));
        assertThat(json.readTree(text("megatron/per-split.cool.json")).get("train"))
                .hasSize(4);
        assertThat(text("megatron/arguments.txt")).isEqualTo("--phase-transition-iterations 750\n");

        JsonNode prefix = yaml.readTree(text("nemo/data.cool.yaml")).at("/model/data/data_prefix");
        assertThat(prefix.get(0).asDouble() + prefix.get(2).asDouble()).isCloseTo(1, within(1e-9));

        JsonNode sources = yaml.readTree(text("olmo/source-mixture.warm.yaml")).get("sources");
        assertThat(sources.get(0).get("target_ratio").isNumber()).isTrue();
        assertThat(sources.get(1).get("source_name").asText()).isEqualTo("swh_Latn");

        JsonNode levanter = yaml.readTree(text("levanter/data.yaml")).get("data");
        assertThat(levanter.get("train_weights").get(1).get(0).asLong()).isEqualTo(750);
        assertThat(levanter.get("train_weights").get(1).get(1).get("swh_Latn").asDouble())
                .isCloseTo(.1, within(1e-9));
        assertThat(levanter.at("/components/deu_Latn/source/train_urls").get(0).asText())
                .endsWith(".parquet");

        JsonNode nanotron = yaml.readTree(text("nanotron/data-stages.yaml")).get("data_stages");
        assertThat(nanotron.get(0).get("start_training_step").asLong()).isEqualTo(1);
        assertThat(nanotron.get(1).get("start_training_step").asLong()).isEqualTo(751);
        assertThat(nanotron.get(1).at("/data/dataset/dataset_weights")).hasSize(2);

        JsonNode streams = yaml.readTree(text("mosaicml/streams.warm.yaml")).get("streams");
        assertThat(streams.at("/swh_Latn/proportion").asDouble()).isCloseTo(.05, within(1e-9));

        JsonNode interleave = json.readTree(text("huggingface/interleave.warm.json"));
        assertThat(interleave.get("configs")).hasSize(2);
        assertThat(interleave.get("probabilities").get(0).asDouble()
                        + interleave.get("probabilities").get(1).asDouble())
                .isCloseTo(1, within(1e-9));
    }
}
