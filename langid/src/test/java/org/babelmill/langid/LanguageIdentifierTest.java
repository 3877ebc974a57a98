package org.babelmill.langid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.LanguageSettings;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pack that ships, through the front door. */
class LanguageIdentifierTest {

    private static LanguageIdentifier identifier;

    private final LanguageIdentifier.Session session = identifier.newSession();

    @BeforeAll
    static void open() throws IOException {
        identifier = LanguageIdentifiers.open(settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deu_Latn | Der Zug nach München fährt heute leider erst eine Stunde später ab.",
                "eng_Latn | The train to Manchester leaves an hour later today, we are sorry.",
                "swh_Latn | Treni ya kwenda Mombasa itaondoka saa moja baadaye leo, samahani sana.",
                "ukr_Cyrl | Потяг до Львова сьогодні відправиться на годину пізніше, перепрошуємо.",
                "ell_Grek | Το τρένο για τη Θεσσαλονίκη φεύγει σήμερα μία ώρα αργότερα.",
                "jpn_Jpan | 京都行きの電車は今日一時間遅れて出発します。",
                "cmn_Hans | 去北京的火车今天晚点一个小时，我们很抱歉。",
                "cmn_Hant | 往台北的火車今天晚點一個小時，我們很抱歉。",
                "kor_Hang | 부산행 열차는 오늘 한 시간 늦게 출발합니다.",
                "tam_Taml | சென்னைக்கு செல்லும் ரயில் இன்று ஒரு மணி நேரம் தாமதமாக புறப்படும்.",
                "fao_Latn | Tokið til Havnar fer ein tíma seinni í dag, vit biðja um umbering.",
                "zxx_Zxxx | 12:30 13:45 14:00 — 25,00 €",
                "zxx_Zxxx | https://example.org/a/b/c?d=e f00ba4 9S1KTHNBWJD"
            })
    void tellsTheLanguage(String tag, String text) {
        LanguageVerdict verdict = session.identify(text);
        assertThat(verdict.tag()).hasToString(tag);
        assertThat(verdict.tag()).isEqualTo(verdict.best());
        assertThat(verdict.candidates().get(0)).isEqualTo(new Candidate(verdict.best(), verdict.probability()));
    }

    @Test
    void saysUndeterminedWithTheScriptWhereItIsNotSure() {
        LanguageVerdict verdict = session.identify("Blorp zatwix quonga fneddle");
        assertThat(verdict.tag()).hasToString("und_Latn");
        assertThat(verdict.probability()).isLessThan(0.5);
        assertThat(verdict.best().isDetermined()).isTrue();
    }

    @Test
    void isNotSureOfKeysAndOfTextWithoutItsSpaces() {
        for (String text : List.of(
                "qzvkxjwqpfzbdmtrwlkqxvczpnbgtdfhjklmqwxz zkqjxvwbpfmdtrghlnczqpwoxkvjbdmfthgrlsnc",
                "thequickbrownfoxjumpsoverthelazydog")) {
            assertThat(session.identify(text).tag()).as(text).hasToString("und_Latn");
        }
    }

    @Test
    void givesTheLikeliestOfCloseLanguagesWhereItIsCertainThatItIsOneOfThem() {
        LanguageVerdict verdict = session.identify("Ova mala pustinja ima veliku spomeničku vrijednost i danas.");
        assertThat(verdict.probability()).isLessThan(0.5);
        assertThat(verdict.tag()).isEqualTo(verdict.best());
        assertThat(List.of("bos", "hrv", "srp")).contains(verdict.tag().language());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hrv_Latn | Tko je ovaj tjedan u kazalištu vidio novu predstavu, neka to kaže općini do srpnja.",
                "srp_Latn | Ko je ove nedelje u pozorištu video novu predstavu, neka to kaže opštini do jula.",
                "bos_Latn | Ko je ove sedmice u pozorištu vidio novu predstavu, neka to kaže općini do juna, uz kahvu.",
                "cnr_Latn | Śutra ćemo, kako reče predśednik, viđeti ko je ove neđelje bio u pozorištu."
            })
    void tellsCloseLanguagesByTheWordsThatOnlyOneOfThemHas(String tag, String text) {
        assertThat(session.identify(text).best()).hasToString(tag);
    }

    @Test
    void saysUndeterminedForScriptsItDoesNotKnow() {
        assertThat(session.identify("𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂").tag()).hasToString("und_Goth");
        assertThat(session.identify("ᨣᩤᩴᨾᩮᩬᩥᨦ").tag())
                .as("Tai Tham is of several languages")
                .hasToString("und_Lana");
    }

    @Test
    void labelsLinesAndSharesThemByLetters() {
        String german = "Der Zug nach München fährt heute leider erst eine Stunde später ab.";
        String french = "Le train pour Marseille partira aujourd'hui avec une heure de retard.";
        LineLanguages lines = session.identify(german + "\n" + german + "\n\n42\n" + german + "\nImpressum\n" + french)
                .lines();

        assertThat(lines.runs())
                .containsExactly(run("deu_Latn", 2), run("zxx_Zxxx", 2), run("deu_Latn", 2), run("fra_Latn", 1));
        assertThat(lines.shares())
                .extracting(Candidate::tag)
                .map(LanguageTag::toString)
                .containsExactly("deu_Latn", "fra_Latn");
        assertThat(lines.mixed()).isTrue();
        assertThat(lines.codeMix()).isBetween(0.15, 0.3);
    }

    @Test
    void leavesLinesAloneWhereTheyAreNotAskedFor() {
        LanguageVerdict whole = session.identify("Guten Tag, wie geht es Ihnen?\nMir geht es gut.");
        LanguageVerdict document = session.identifyDocument("Guten Tag, wie geht es Ihnen?\nMir geht es gut.");
        assertThat(document.lines()).isEqualTo(LineLanguages.NONE);
        assertThat(document.tag()).isEqualTo(whole.tag());
        assertThat(document.probability()).isEqualTo(whole.probability());
    }

    @Test
    void aVerdictDoesNotDependOnWhatWasReadBefore() {
        String text = "Une phrase assez courte.";
        LanguageVerdict first = identifier.newSession().identify(text);
        session.identify("完全不同的文字\nи ещё что-то");
        assertThat(session.identify(text)).isEqualTo(first);
        assertThat(session.identify(CharBuffer.wrap(text))).isEqualTo(first);
    }

    @Test
    void listsScripts() {
        assertThat(session.identify("Привет мир and 你好").scripts())
                .extracting(ScriptShare::script)
                .containsExactly("Cyrl", "Latn", "Hani");
        assertThat(session.identify("").scripts()).isEmpty();
    }

    @Test
    void knowsItsLanguagesAndItsModel() {
        assertThat(identifier.languages()).contains(LanguageTag.parse("deu_Latn"), LanguageTag.parse("tha_Thai"));
        assertThat(identifier.languages()).isSorted();
        assertThat(identifier.model()).isEqualTo("ngram:babelmill-2");
    }

    private static LineLanguages.Run run(String tag, int lines) {
        return new LineLanguages.Run(LanguageTag.parse(tag), lines);
    }

    private static LanguageSettings settings() {
        return ConfigurationLoader.bind(ConfigurationLoader.defaults()).language();
    }

    static LanguageSettings settings(String... changes) {
        var tree = ConfigurationLoader.defaults();
        for (String change : List.of(changes)) {
            tree = tree.set(change);
        }
        return ConfigurationLoader.bind(tree).language();
    }
}
