package org.babelmill.pipeline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.ProfileMatch.Kind;
import org.babelmill.pipeline.testing.SharedData;
import org.babelmill.pipeline.testing.TarFiles;
import org.junit.jupiter.api.Test;

class LanguageProfilesTest {

    private static final String GERMAN = """
            dup_line_frac: 0.263
            dup_n_grams:
            - - 5
              - 0.141
            - [6, 0.134]
            - [7, 0.126]
            - [8, 0.117]
            - [9, 0.108]
            - [10, 0.098]
            language_score: 0.821
            line_punct_thr: 0.0
            max_avg_word_length: 15
            max_non_alpha_words_ratio: 0.774
            min_avg_word_length: 0
            new_line_ratio: 0.152
            stopwords:
            - der
            - "f\\xFCr"
            - "no"
            top_n_grams: [[2, 0.169], [3, 0.153], [4, 0.137]]
            """;

    private static LanguageTag tag(String text) {
        return LanguageTag.parse(text);
    }

    @Test
    void aFileInFineWebsFormIsRead() {
        LanguageProfiles profiles = LanguageProfiles.of("configs", Map.of("deu_Latn.yml", GERMAN));

        LanguageProfile german = profiles.find(tag("deu_Latn")).profile();

        assertThat(german.figure(ProfileKey.TOP_3_GRAM)).hasValue(0.153);
        assertThat(german.figure(ProfileKey.DUP_5_GRAM)).hasValue(0.141);
        assertThat(german.figure(ProfileKey.LANGUAGE_SCORE)).hasValue(0.821);
        assertThat(german.figure(ProfileKey.ODD_MEDIAN)).isEmpty();
        assertThat(german.stopWords()).containsExactly("der", "für", "no");
    }

    @Test
    void aMissingKeyIsAProblemAndNotZero() {
        String yaml = GERMAN.replace("new_line_ratio: 0.152\n", "").replace("- [6, 0.134]\n", "");
        LanguageProfiles profiles = LanguageProfiles.of("configs", Map.of("deu_Latn.yml", yaml));

        assertThatThrownBy(profiles::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        dup_n_grams (dup_6_gram) = nothing (configs/deu_Latn): a number
                        new_line_ratio = nothing (configs/deu_Latn): a number""".stripIndent());
    }

    @Test
    void everyWrongValueIsNamed() {
        String yaml = GERMAN.replace("0.263", "many").replace("0.152", "0.152\nnew_line_ration: 3");

        assertThatThrownBy(() ->
                        LanguageProfiles.of("c", Map.of("deu_Latn.yml", yaml)).find(tag("deu_Latn")))
                .hasMessage("""
                        dup_line_frac = "many" (c/deu_Latn): a number
                        new_line_ration = 3 (c/deu_Latn): no such key; did you mean new_line_ratio?""".stripIndent());
    }

    @Test
    void filesMustBeNamedAfterLanguages() {
        assertThatThrownBy(() -> LanguageProfiles.of("c", Map.of("german.yml", GERMAN)))
                .hasMessage("c = german.yml (c): files named as lang_Script.yaml");
        assertThatThrownBy(() -> LanguageProfiles.of("c", Map.of("deu_Latn.yml", GERMAN, "deu_Latn.yaml", GERMAN)))
                .hasMessage("c = deu_Latn.yml (c): one file for each language");
        assertThatThrownBy(() -> LanguageProfiles.of("c", Map.of())).hasMessageContaining("no files");
    }

    @Test
    void aLanguageWithoutProfileIsHeldAgainstItsScriptAndThatIsSaid() {
        LanguageProfiles profiles = LanguageProfiles.of("c", Map.of("deu_Latn.yml", GERMAN));

        assertThat(profiles.find(tag("deu_Latn"))).hasToString("deu_Latn");
        assertThat(profiles.find(tag("tlh_Latn"))).hasToString("und_Latn (script)");
        assertThat(profiles.find(tag("tlh_Piqd"))).hasToString("und_Zyyy (global)");
        assertThat(profiles.find(tag("tlh_Latn")).profile().stopWords()).isEmpty();
    }

    @Test
    void otherNamesOfALanguageFindItsProfile() {
        LanguageProfiles profiles = LanguageProfiles.of(
                "c", Map.of("cmn_Hani.yml", GERMAN, "ekk_Latn.yml", GERMAN, "fas_Arab.yml", GERMAN));

        assertThat(profiles.find(tag("zho_Hant"))).hasToString("cmn_Hani (alias)");
        assertThat(profiles.find(tag("est_Latn"))).hasToString("ekk_Latn (alias)");
        assertThat(profiles.find(tag("pes_Arab")).kind()).isEqualTo(Kind.ALIAS);
    }

    @Test
    void theProfilesThatShipAllBindAndSayWhatTheyRestOn() {
        LanguageProfiles shipped = LanguageProfiles.shipped();

        shipped.check();

        assertThat(shipped.tags()).hasSizeGreaterThan(150).contains(tag("deu_Latn"), tag("und_Zyyy"), tag("und_Cyrl"));
        for (LanguageTag tag : shipped.tags()) {
            LanguageProfile profile = shipped.find(tag).profile();
            assertThat(profile.sample()).as(tag.toString()).isPresent();
            if (tag.isDetermined()) {
                assertThat(profile.stopWords()).as(tag.toString()).hasSizeBetween(8, 64);
            }
        }
    }

    @Test
    void everyOneOfFineWebsNineteenHundredFilesBinds() throws IOException {
        LanguageProfiles profiles = LanguageProfiles.of(
                "configs", TarFiles.read(SharedData.require("data/fineweb2/configs.tar.gz"), ".yml"));
        profiles.check();

        assertThat(profiles.tags()).hasSize(1929);
        assertThat(profiles.find(tag("xho_Latn")).profile().figure(ProfileKey.MAX_AVG_WORD_LENGTH))
                .hasValue(3141);
    }
}
