package org.babelmill.quality.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.babelmill.pipeline.config.AlarmSettings;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.alarm.LanguageCounts.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalseLanguageAlarmTest {

    private static final AlarmSettings LIMITS =
            ConfigurationLoader.bind(ConfigurationLoader.defaults()).quality().alarm();

    private final FalseLanguageAlarm alarm = new FalseLanguageAlarm(LIMITS);

    private static LanguageCounts kept(String tag, long documents, long kept) {
        return new LanguageCounts(
                LanguageTag.parse(tag), documents, List.of(new Step("quality", documents, kept)), 0, 0, 0, 0, 0, 0);
    }

    /** Shares kept from de-duplicated to cleaned documents in HPLT 3.0, as published in its statistics. */
    @ParameterizedTest
    @CsvSource({
        "eng_Latn, 0.70, false", "rus_Cyrl, 0.60, false", "fin_Latn, 0.45, false", "swh_Latn, 0.38, false",
        "glg_Latn, 0.19, true", "nno_Latn, 0.09, true", "ast_Latn, 0.01, true", "srd_Latn, 0.0018, true",
        "wol_Latn, 0.002, true", "apc_Arab, 0.00006, true"
    })
    void aLanguageInWhichAlmostNothingSurvivesIsFlagged(String tag, double share, boolean flagged) {
        assertThat(alarm.check(kept(tag, 1_000_000, Math.round(1_000_000 * share)))
                        .flags())
                .hasSize(flagged ? 1 : 0);
    }

    @Test
    void theFlagSaysWhatWasFoundAndTheLimit() {
        assertThat(alarm.check(kept("wol_Latn", 1000, 2)).flags())
                .extracting(AlarmFlag::toString)
                .containsExactly("wol_Latn: kept by quality 0.002 < 0.2");
    }

    @Test
    void twoSignsTogetherHoldALanguageBack() {
        LanguageCounts polluted = new LanguageCounts(
                LanguageTag.parse("fuv_Latn"),
                10_000,
                List.of(new Step("dedup", 10_000, 9_000), new Step("quality", 9_000, 10)),
                4_000,
                3_900,
                6_000,
                2_500,
                10_000,
                8_000);

        FalseLanguageAlarm.Verdict verdict = alarm.check(polluted);

        assertThat(verdict.held()).isTrue();
        assertThat(verdict.flags())
                .extracting(AlarmFlag::sign)
                .containsExactly(
                        "kept by quality",
                        "html language disagrees",
                        "documents of one host",
                        "documents in another script",
                        "documents without any stop word");
        assertThat(alarm.check(kept("wol_Latn", 1000, 2)).held()).isFalse();
    }

    @Test
    void aHandfulOfDocumentsAndNoLanguageAreNotJudged() {
        assertThat(alarm.check(kept("wol_Latn", 99, 0)).flags()).isEmpty();
        assertThat(alarm.check(kept("und_Latn", 9999, 0)).flags()).isEmpty();
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> kept("wol_Latn", 5, 6)).hasMessage("kept by quality: 6 of 5");
    }
}
