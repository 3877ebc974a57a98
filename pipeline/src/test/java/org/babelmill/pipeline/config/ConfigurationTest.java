package org.babelmill.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.babelmill.pipeline.config.ConfigurationTree.Difference;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private final ConfigurationTree defaults = ConfigurationLoader.defaults();

    @Test
    void theDefaultsBind() {
        RunConfiguration configuration = ConfigurationLoader.bind(defaults);

        assertThat(configuration.seed()).isEqualTo(1);
        assertThat(configuration.input().splitSize()).isEqualTo(new ByteSize(256L << 20));
        assertThat(configuration.language().engine()).isEqualTo(LanguageSettings.Engine.NGRAM);
        assertThat(configuration.language().model()).isEmpty();
        assertThat(configuration.dedup().mode()).isEqualTo(DedupSettings.Mode.VERIFIED);
    }

    @Test
    void aLaterLayerWinsAndKeepsTheRest() {
        ConfigurationTree tree = defaults.overlay("mine.yaml", "dedup: {bands: 20}\nseed: 3")
                .set("dedup.bands=21")
                .set("language.select=[deu_Latn, swh_Latn]");

        RunConfiguration configuration = ConfigurationLoader.bind(tree);

        assertThat(configuration.dedup().bands()).isEqualTo(21);
        assertThat(configuration.dedup().rows()).isEqualTo(8);
        assertThat(configuration.seed()).isEqualTo(3);
        assertThat(configuration.language().select())
                .containsExactly(LanguageTag.parse("deu_Latn"), LanguageTag.parse("swh_Latn"));
        assertThat(tree.source("dedup.bands")).isEqualTo("--set");
        assertThat(tree.source("dedup.rows")).isEqualTo("defaults");
    }

    @Test
    void anUnknownKeyIsNamedWithTheClosestKnownOne() {
        assertThatThrownBy(() -> defaults.set("dedup.band=3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("dedup.band = 3 (--set): no such key; did you mean bands?");
        assertThatThrownBy(() -> defaults.overlay("a.yaml", "colour: red"))
                .hasMessageStartingWith("colour = \"red\" (a.yaml): no such key; allowed here: seed, input,");
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        ConfigurationTree tree = defaults.overlay("bad.yaml", """
                seed: many
                dedup: {bands: 0, mode: fuzzy, threshold: 1.5}
                shards: {target-size: 3 lightyears}
                language: {select: [German]}
                """);

        assertThatThrownBy(() -> ConfigurationLoader.bind(tree)).hasMessage("""
                        seed = "many" (bad.yaml): a whole number
                        language.select[0] = "German" (bad.yaml): not a language tag such as deu_Latn (ISO 639-3, underscore, ISO 15924): German_
                        dedup.mode = "fuzzy" (bad.yaml): one of off, fineweb, verified
                        dedup.bands = 0 (bad.yaml): a value from 1 to 256
                        dedup.threshold = 1.5 (bad.yaml): a value from 0 to 1
                        shards.target-size = "3 lightyears" (bad.yaml): not a size such as 32 MiB, 500 MB or 4096: 3 lightyears""".stripIndent());
    }

    @Test
    void offIsAWordWhereAWordIsAsked() {
        assertThat(ConfigurationLoader.bind(defaults.set("dedup.mode=off"))
                        .dedup()
                        .mode())
                .isEqualTo(DedupSettings.Mode.OFF);
        assertThat(ConfigurationLoader.bind(defaults.overlay("a.yaml", "dedup: {mode: off}"))
                        .dedup()
                        .mode())
                .isEqualTo(DedupSettings.Mode.OFF);
    }

    @Test
    void aMappingCannotBecomeAScalar() {
        assertThatThrownBy(() -> defaults.set("dedup=off"))
                .hasMessageStartingWith("dedup = false (--set): a mapping with the keys mode, url,");
    }

    @Test
    void nullIsNoValueForARequiredKey() {
        assertThatThrownBy(() -> ConfigurationLoader.bind(defaults.set("seed=null")))
                .hasMessage("seed = null (--set): a value of the kind: a whole number");
    }

    @Test
    void brokenYamlNamesFileAndPlace() {
        assertThatThrownBy(() -> defaults.overlay("x.yaml", "seed: [1"))
                .hasMessageStartingWith("x.yaml = seed: [1 (x.yaml): not YAML (line 1");
        assertThatThrownBy(() -> defaults.overlay("x.yaml", "seed: 1\nseed: 2")).hasMessageContaining("Duplicate");
    }

    @Test
    void yamlTagsConstructNothing() {
        ConfigurationTree tree = defaults.overlay("evil.yaml", "seed: !!javax.script.ScriptEngineManager [1]");

        assertThatThrownBy(() -> ConfigurationLoader.bind(tree)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aliasesAreNotMultipliedOut() {
        StringBuilder laughs = new StringBuilder("seed: &l0 [ha, ha]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("x%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> ConfigurationLoader.bind(defaults.overlay("evil.yaml", laughs.toString())))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void openMappingsTakeInventedKeys() {
        RunConfiguration configuration =
                ConfigurationLoader.bind(defaults.overlay("a.yaml", "language: {thresholds: {deu_Latn: 0.8}}"));

        assertThat(configuration.language().thresholds()).containsEntry("deu_Latn", 0.8);
    }

    @Test
    void theFingerprintFollowsItsSectionsAlone() {
        String before = ConfigurationLoader.fingerprint(defaults, Set.of("dedup", "seed"));

        assertThat(ConfigurationLoader.fingerprint(defaults.set("shards.compression-level=9"), Set.of("dedup", "seed")))
                .isEqualTo(before);
        assertThat(ConfigurationLoader.fingerprint(defaults.set("dedup.rows=9"), Set.of("dedup", "seed")))
                .isNotEqualTo(before);
        assertThatThrownBy(() -> ConfigurationLoader.fingerprint(defaults, Set.of("nothing")))
                .hasMessage("no setting nothing");
        assertThat(ConfigurationLoader.fingerprint(defaults.set("dedup.rows=9"), Set.of("dedup.bands")))
                .isEqualTo(ConfigurationLoader.fingerprint(defaults, Set.of("dedup.bands")));
    }

    @Test
    void differencesNameBothValues() {
        assertThat(defaults.set("dedup.rows=9").differences(defaults))
                .containsExactly(java.util.Map.entry("dedup.rows", new Difference("9", "8")));
    }
}
