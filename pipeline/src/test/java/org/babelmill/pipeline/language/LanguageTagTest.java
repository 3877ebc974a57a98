package org.babelmill.pipeline.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"deu_Latn", "und_Cyrl", "zxx_Zxxx", "cmn_Hans"})
    void readsWhatItWrites(String text) {
        assertThat(LanguageTag.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "de",
                "deu",
                "deu-Latn",
                "DEU_Latn",
                "deu_latn",
                "deu_LATN",
                "deu_Lat",
                "../_Latn",
                "deu_Latn_"
            })
    void refusesOtherForms(String text) {
        assertThatThrownBy(() -> LanguageTag.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deu_Latn");
    }

    @Test
    void undeterminedAndNoneAreNotLanguages() {
        assertThat(LanguageTag.undetermined("Latn").isDetermined()).isFalse();
        assertThat(LanguageTag.NONE.isDetermined()).isFalse();
        assertThat(LanguageTag.parse("deu_Latn").isDetermined()).isTrue();
    }
}
