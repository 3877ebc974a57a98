package org.babelmill.quality.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.score.LineMatches;
import org.babelmill.quality.wordlist.WordLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalComputerTest {

    private static final LanguageTag ENGLISH = LanguageTag.parse("eng_Latn");

    private static final String TEXT = """
            The house stood on a hill above the river, and nobody had lived in it for years.
            Most people in the village said that they had never been inside.
            "It is only an old house," my father told us, "and there is nothing to see."
            But in the summer of that year a light burned in one of its windows every night.
            We watched it from the bridge until the mosquitoes drove us home.
            """;

    private final SignalScheme scheme = SignalScheme.of(LanguageProfiles.shipped());
    private final SignalComputer computer = new SignalComputer(scheme);

    private TextSignals english(String text) {
        return computer.compute(text, ENGLISH);
    }

    @Test
    void aStoryIsMeasured() {
        TextSignals signals = english(TEXT);

        assertThat(signals.get(Signal.LINES)).isEqualTo(5);
        assertThat(signals.get(Signal.SENTENCES)).isEqualTo(5);
        assertThat(signals.get(Signal.WORDS)).isEqualTo(74);
        assertThat(signals.get(Signal.ENGLISH_STOP_WORDS)).isEqualTo(5);
        assertThat(signals.get(Signal.LINE_PUNCT_FRAC)).isEqualTo(0.8);
        assertThat(signals.get(Signal.C4_LINE_FRAC)).isEqualTo(1);
        assertThat(signals.get(Signal.PROSE_FRAC)).isEqualTo(1);
        assertThat(signals.get(Signal.SCRIPT_FRAC)).isEqualTo(1);
        assertThat(signals.get(Signal.SCRIPT_COUNT)).isEqualTo(1);
        assertThat(signals.get(Signal.CHARS)).isEqualTo(TEXT.length());
        assertThat(signals.get(Signal.UTF8_BYTES)).isEqualTo(TEXT.length());
        assertThat(signals.get(Signal.STOP_WORD_FRAC)).isGreaterThan(0.2);
    }

    @Test
    void theEmptyTextHasCountsAndNoShares() {
        TextSignals signals = english("");

        assertThat(signals.get(Signal.WORDS)).isZero();
        assertThat(signals.get(Signal.LINES)).isZero();
        assertThat(signals.get(Signal.TOP_2_GRAM)).isNaN();
        assertThat(signals.get(Signal.MEAN_WORD_LENGTH)).isNaN();
        assertThat(signals.get(Signal.WDS)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalStaysInItsRange(Signal signal) {
        List<String> texts = List.of(
                TEXT,
                "",
                " \n\n ",
                "a",
                "buy now buy now buy now buy now buy now buy now",
                "\uD83D\uDE00 \uD800 \uDC00 \u0000",
                "东京 ภาษาไทย བོད་ยินดี 123 {{x}} <b>bold</b> &amp; http://a.b www.c.d #tag ... … --- lorem ipsum",
                "x\n".repeat(500),
                "1".repeat(3000));
        for (String text : texts) {
            double value = english(text).get(signal);
            if (!Double.isNaN(value)) {
                assertThat(value)
                        .as(text)
                        .isBetween(signal.unit().min(), signal.unit().max());
            }
        }
    }

    @Test
    void descriptionsAreOneSentence() {
        for (Signal signal : Signal.values()) {
            assertThat(signal.description())
                    .as(signal.column())
                    .matches("[A-Z0-9].*\\.")
                    .hasSizeLessThan(120);
            assertThat(Signal.of(signal.column())).contains(signal);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cheap $$$ watches ★★★ http://spam.example/# 50% 50% 50%",
                "★★★★★ ♥♥♥♥♥ ☎☎☎☎☎ #",
                "http://spam.example/# http://spam.example/# www.spam.example",
                "100% 200% 300% 1-800-555-01# 99.99 49.99 19.99",
                "BUY NOW!!! CLICK HERE!!! FREE!!! BUY NOW!!! CLICK HERE!!! FREE!!!"
            })
    void appendedSpamNeverRaisesTheScores(String spam) {
        String text = TEXT;
        double wds = english(text).get(Signal.WDS);
        double wds2 = english(text).get(Signal.WDS2);
        for (int i = 0; i < 12; i++) {
            text += spam.replace("#", Integer.toString(i)) + "\n";
            TextSignals signals = english(text);
            assertThat(signals.get(Signal.WDS)).isLessThanOrEqualTo(wds);
            assertThat(signals.get(Signal.WDS2)).isLessThanOrEqualTo(wds2);
            wds = signals.get(Signal.WDS);
            wds2 = signals.get(Signal.WDS2);
        }
    }

    @Property(tries = 50)
    void shufflingLinesChangesNoMetricOfWords(@ForAll long seed) {
        List<String> lines = new ArrayList<>(TEXT.lines().toList());
        Collections.shuffle(lines, new Random(seed));
        TextSignals before = english(TEXT);
        TextSignals after = english(String.join("\n", lines) + "\n");

        for (Signal signal : List.of(
                Signal.WORDS,
                Signal.TOKENS,
                Signal.MEAN_WORD_LENGTH,
                Signal.UNIQUE_WORD_FRAC,
                Signal.STOP_WORDS,
                Signal.STOP_WORD_FRAC,
                Signal.ALPHA_WORD_FRAC,
                Signal.DIGIT_FRAC,
                Signal.DUP_LINE_FRAC,
                Signal.LINE_PUNCT_FRAC,
                Signal.PROSE_FRAC)) {
            assertThat(after.get(signal)).as(signal.column()).isEqualTo(before.get(signal));
        }
        assertThat(after.get(Signal.WORD_ENTROPY)).isCloseTo(before.get(Signal.WORD_ENTROPY), within(1e-12));
    }

    @Test
    void carriageReturnsChangeNeitherWordsNorSharesOfLines() {
        TextSignals unix = english(TEXT);
        TextSignals dos = english(TEXT.replace("\n", "\r\n"));

        for (Signal signal : List.of(
                Signal.WORDS,
                Signal.TOKENS,
                Signal.LINES,
                Signal.SENTENCES,
                Signal.NEW_LINE_RATIO,
                Signal.DUP_LINE_FRAC,
                Signal.C4_LINE_FRAC,
                Signal.BULLET_LINE_FRAC,
                Signal.STOP_WORDS)) {
            assertThat(dos.get(signal)).as(signal.column()).isEqualTo(unix.get(signal));
        }
    }

    @Test
    void decomposedTextHasTheSameWordsAndLines() {
        LanguageTag french = LanguageTag.parse("fra_Latn");
        String composed =
                "L'été dernier, nous étions à la montagne où il a neigé.\nCafé, thé, éclair : tout était prêt.\n";
        TextSignals nfc = computer.compute(composed, french);
        TextSignals nfd = computer.compute(Normalizer.normalize(composed, Normalizer.Form.NFD), french);

        for (Signal signal :
                List.of(Signal.WORDS, Signal.TOKENS, Signal.LINES, Signal.SENTENCES, Signal.ALPHA_WORD_FRAC)) {
            assertThat(nfd.get(signal)).as(signal.column()).isEqualTo(nfc.get(signal));
        }
    }

    @Test
    void theTurkishLocaleChangesNothing() {
        LanguageTag turkish = LanguageTag.parse("tur_Latn");
        String text = "İstanbul'da BİR ILIK gün; herkes dışarıdaydı ve bu çok güzeldi.\nIşık ve ısı.\n";
        TextSignals before = computer.compute(text, turkish);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(new SignalComputer(SignalScheme.of(LanguageProfiles.shipped())).compute(text, turkish))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void caseMattersForStopWordsAsWrittenAlone() {
        TextSignals lower = english(TEXT.toLowerCase(Locale.ROOT));
        TextSignals upper = english(TEXT.toUpperCase(Locale.ROOT));

        assertThat(upper.get(Signal.STOP_WORDS)).isLessThan(lower.get(Signal.STOP_WORDS));
        assertThat(upper.get(Signal.STOP_WORDS_ANY_CASE)).isEqualTo(lower.get(Signal.STOP_WORDS_ANY_CASE));
        assertThat(upper.get(Signal.STOP_WORD_FRAC)).isEqualTo(lower.get(Signal.STOP_WORD_FRAC));
        assertThat(upper.get(Signal.UPPER_FRAC)).isEqualTo(1);
    }

    @Property(tries = 200)
    void aComputerForgetsTheTextBefore(@ForAll String first, @ForAll String second) {
        english(first);

        assertThat(english(second)).isEqualTo(new SignalComputer(scheme).compute(second, ENGLISH));
    }

    @Property(tries = 20)
    void giantTextsAreMeasuredLikeSmallOnes(@ForAll @IntRange(min = 1, max = 40) int times) {
        String text = TEXT.repeat(times);
        TextSignals signals = english(text);

        assertThat(signals.get(Signal.WORDS)).isEqualTo(74.0 * times);
        assertThat(signals.get(Signal.DUP_LINE_FRAC)).isCloseTo(5.0 * (times - 1) / (5 * times + 1), within(1e-12));
    }

    @Test
    void listsOfWordsAndPhrasesAreCountedRegardlessOfCase() {
        WordLists lists = WordLists.of(
                "lists",
                Map.of(
                        "toxic/eng_Latn.txt", "# a comment\nnasty\nvery nasty word\n",
                        "adult/eng_Latn.txt", "adult",
                        "precision/eng_Latn.txt", "the\nriver\n"));
        TextSignals signals =
                new SignalComputer(scheme.with(lists)).compute("A Very Nasty word about the river", ENGLISH);

        assertThat(signals.get(Signal.TOXIC_WORD_FRAC)).isEqualTo(3 / 7.0);
        assertThat(signals.get(Signal.ADULT_WORD_FRAC)).isZero();
        assertThat(signals.get(Signal.LISTED_WORD_FRAC)).isEqualTo(2 / 7.0);
        assertThat(english("A nasty word").get(Signal.TOXIC_WORD_FRAC)).isNaN();
    }

    @Test
    void linesInAnotherLanguageLowerTheScore() {
        SignalInput all = new SignalInput(TEXT, ENGLISH, Optional.empty(), Optional.of(LineMatches.of(new boolean[] {
            true, true, true, true, true, true
        })));
        SignalInput some = new SignalInput(TEXT, ENGLISH, Optional.empty(), Optional.of(LineMatches.of(new boolean[] {
            true, false, false, true, true, true
        })));

        assertThat(computer.compute(all).get(Signal.WDS_LANGUAGE)).isEqualTo(10);
        assertThat(computer.compute(some).get(Signal.WDS_LANGUAGE)).isBetween(5.0, 7.0);
        assertThatThrownBy(() -> computer.compute(new SignalInput(
                        TEXT, ENGLISH, Optional.empty(), Optional.of(LineMatches.of(new boolean[] {true})))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a language match for each of 6 lines, not for 1");
    }

    @Test
    void aTemplateAndItsMarkupAreSmelt() {
        TextSignals signals =
                english("Hello {{name}}, <b>welcome</b> &amp; <%= x %> Lorem ipsum dolor.\nvar x = {};\n");

        assertThat(signals.get(Signal.CURLY_BRACKETS)).isEqualTo(3);
        assertThat(signals.get(Signal.TEMPLATE_RATIO)).isGreaterThan(0);
        assertThat(signals.get(Signal.MARKUP_RATIO)).isGreaterThan(0);
        assertThat(signals.get(Signal.LOREM_IPSUM)).isEqualTo(1);
        assertThat(signals.get(Signal.CODE_LINE_FRAC)).isEqualTo(0.5);
    }
}
