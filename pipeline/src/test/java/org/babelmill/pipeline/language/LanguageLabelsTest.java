package org.babelmill.pipeline.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageLabelsTest {

    private final LanguageLabels labels = LanguageLabels.standard();

    @ParameterizedTest
    @CsvSource({
        "__label__eng_Latn, eng_Latn",
        "pes_Arab, fas_Arab",
        "prs_Arab, fas_Arab",
        "zho_Hant, cmn_Hant",
        "zho_Hans, cmn_Hans",
        "cmn_Hani, cmn_Hani",
        "est_Latn, ekk_Latn",
        "hbs_Cyrl, srp_Cyrl",
        "yue_Hant, yue_Hani",
        "de, deu_Latn",
        "pt-BR, por_Latn",
        "zh-TW, cmn_Hant",
        "zh, cmn_Hans",
        "sr-Latn, srp_Latn",
        "sr, srp_Cyrl",
        "ja, jpn_Jpan",
        "ko-KR, kor_Hang",
        "ar-EG, arb_Arab",
        "iw, heb_Hebr",
        "tl, fil_Latn",
        "no, nob_Latn",
        "sw, swh_Latn",
        "EN_us, eng_Latn"
    })
    void findsOurLabel(String theirs, String ours) {
        assertThat(labels.find(theirs)).contains(LanguageTag.parse(ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "x", "english", "qq", "eng_Xxxx", "12", "en\u0000"})
    void findsNothingInWhatIsNoLanguage(String text) {
        assertThat(labels.find(text)).isEmpty();
    }

    @Test
    void lid176HasCodesOfItsOwn() {
        assertThat(labels.findLid176("__label__als")).contains(LanguageTag.parse("gsw_Latn"));
        assertThat(labels.findLid176("__label__no")).contains(LanguageTag.parse("nob_Latn"));
        assertThat(labels.findLid176("__label__de")).contains(LanguageTag.parse("deu_Latn"));
        assertThat(labels.find("als_Latn")).contains(LanguageTag.parse("als_Latn"));
    }

    @ParameterizedTest
    @CsvSource({
        "arb_Arab, arz_Arab, true",
        "cmn_Hans, zho_Hant, true",
        "quy_Latn, quz_Latn, true",
        "fas_Arab, prs_Arab, true",
        "hrv_Latn, bos_Latn, false",
        "nob_Latn, nno_Latn, false",
        "cmn_Hani, yue_Hani, false",
        "ind_Latn, zsm_Latn, false",
        "deu_Latn, nld_Latn, false"
    })
    void knowsWhichLabelsMeanOneLanguage(String one, String other, boolean same) {
        assertThat(labels.sameLanguage(LanguageTag.parse(one), LanguageTag.parse(other)))
                .isEqualTo(same);
        assertThat(labels.sameLanguage(LanguageTag.parse(other), LanguageTag.parse(one)))
                .isEqualTo(same);
    }

    @Test
    void knowsMacrolanguagesAndNames() {
        assertThat(labels.macrolanguage("arz")).isEqualTo("ara");
        assertThat(labels.macrolanguage("deu")).isEqualTo("deu");
        assertThat(labels.name(LanguageTag.parse("swh_Latn"))).isEqualTo("Swahili");
        assertThat(labels.name(LanguageTag.parse("xqz_Latn"))).isEqualTo("xqz");
    }
}
