package org.babelmill.langid.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.ScriptCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptViewTest {

    @ParameterizedTest
    @CsvSource({
        "Привет world, Cyrl",
        "日本語のテキスト, Jpan",
        "東京, Hani",
        "中文维基 here, Hani",
        "한국어 漢字, Hang",
        "Ελληνικά and a few words in English more, Latn",
        "Εικονική γκαλερί Fabiano Fernandes, Grek",
        "12:30 — €, Zxxx"
    })
    void namesTheMainScript(String text, String script) {
        assertThat(view(text).script()).isEqualTo(script);
    }

    @Test
    void saysHowMuchTheMainScriptHas() {
        assertThat(view("дом kitten").share()).isEqualTo(0.5);
        assertThat(view("").hasLetters()).isFalse();
    }

    @Test
    void putsLanguagesWhereTheirCharactersAre() {
        assertThat(ScriptGroups.of(LanguageTag.parse("jpn_Jpan"))).isEqualTo(ScriptGroups.of('か'));
        assertThat(ScriptGroups.of(LanguageTag.parse("cmn_Hant"))).isEqualTo(ScriptGroups.of('漢'));
        assertThat(ScriptGroups.of(LanguageTag.parse("kor_Kore"))).isEqualTo(UScript.HANGUL);
        assertThat(ScriptGroups.of(LanguageTag.parse("deu_Latn"))).isEqualTo(ScriptGroups.of('ß'));
        assertThat(ScriptGroups.of('1')).isEqualTo(ScriptGroups.ANY);
    }

    @Test
    void knowsScriptsOfOneLanguage() {
        assertThat(SoleLanguages.of(UScript.GREEK)).hasToString("ell_Grek");
        assertThat(SoleLanguages.of(UScript.HANGUL)).hasToString("kor_Hang");
        assertThat(SoleLanguages.of(UScript.LATIN)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"我们说汉语, Hans", "我們說漢語, Hant", "人人生而自由, Hani", "皇后在公里里面, Hani", "no Chinese, Hani"})
    void tellsSimplifiedFromTraditional(String text, String script) {
        assertThat(HanVariant.of(text.toCharArray(), 0, text.length())).isEqualTo(script);
    }

    private static ScriptView view(String text) {
        ScriptCounter counter = new ScriptCounter();
        counter.add(text);
        return ScriptView.of(counter);
    }
}
