package org.babelmill.quality.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.privacy.PiiFinder;

/** What a change of a text that says the same may change of its signals, and what it must not. */
class SignalEqualitiesTest {

    /** Written in ways that changes of form, case and line ends reach; none has a letter that capitals do not give back, as final sigma. */
    private static final List<String> WORDS = List.of(
            "the",
            "of",
            "and",
            "River",
            "café",
            "über",
            "Ångström",
            "ил",
            "синий",
            "Йод",
            "νερό",
            "Ήλιο",
            "đường",
            "việt",
            "L'été",
            "l’été",
            "한국어",
            "東京",
            "が",
            "ภาษาไทย",
            "हिन्दी",
            "العربية",
            "42",
            "3.14",
            "http://a.example/b",
            "a@b.example.de",
            "!",
            "…",
            "«",
            "#",
            "-",
            "I",
            "ISTANBUL",
            "ilik");

    private static final List<String> ENDS = List.of(".", "", "!", "。", "…", " ?");

    /** Signals that count words wherever they stand. */
    private static final List<Signal> OF_WORDS = List.of(
            Signal.WORDS,
            Signal.TOKENS,
            Signal.MEAN_WORD_LENGTH,
            Signal.MAX_WORD_LENGTH,
            Signal.UNIQUE_WORD_FRAC,
            Signal.ALPHA_WORD_FRAC,
            Signal.CAPITALS_WORD_FRAC,
            Signal.STOP_WORDS,
            Signal.STOP_WORD_HITS,
            Signal.STOP_WORDS_ANY_CASE,
            Signal.STOP_WORD_FRAC,
            Signal.ENGLISH_STOP_WORDS,
            Signal.HASH_RATIO,
            Signal.URL_RATIO,
            Signal.PROSE_FRAC);

    private static final LanguageTag ENGLISH = LanguageTag.parse("eng_Latn");

    private final SignalComputer computer = new SignalComputer(SignalScheme.of(LanguageProfiles.shipped()));

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> words =
                Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(14).map(w -> String.join(" ", w));
        return Arbitraries.of(ENDS)
                .flatMap(end -> words.map(line -> line + end))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private TextSignals measure(String text) {
        return computer.compute(text, ENGLISH);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static void same(TextSignals a, TextSignals b, List<Signal> signals) {
        for (Signal signal : signals) {
            assertThat(Double.valueOf(b.get(signal))).as(signal.column()).isEqualTo(Double.valueOf(a.get(signal)));
        }
    }

    @Property(tries = 200)
    void shuffledLinesHaveTheSameWords(@ForAll("lines") List<String> lines, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        TextSignals before = measure(joined(lines));
        TextSignals after = measure(joined(shuffled));

        same(before, after, OF_WORDS);
        same(before, after, List.of(Signal.DUP_LINE_FRAC, Signal.LINE_PUNCT_FRAC, Signal.SHORT_LINE_FRAC));
        assertThat(after.get(Signal.WORD_ENTROPY)).isCloseTo(before.get(Signal.WORD_ENTROPY), within(1e-12));
    }

    @Property(tries = 200)
    void carriageReturnsChangeNoWordLineOrSentence(@ForAll("lines") List<String> lines) {
        TextSignals unix = measure(joined(lines));
        TextSignals dos = measure(joined(lines).replace("\n", "\r\n"));

        same(unix, dos, OF_WORDS);
        same(unix, dos, List.of(Signal.LINES, Signal.SENTENCES, Signal.C4_LINE_FRAC, Signal.BULLET_LINE_FRAC));
        same(unix, dos, List.of(Signal.NEW_LINE_RATIO, Signal.DUP_LINE_FRAC, Signal.ELLIPSIS_LINE_FRAC));
    }

    @Property(tries = 200)
    void composedAndDecomposedTextHaveTheSameWordsLinesAndSentences(@ForAll("lines") List<String> lines) {
        TextSignals nfc = measure(Normalizer.normalize(joined(lines), Normalizer.Form.NFC));
        TextSignals nfd = measure(Normalizer.normalize(joined(lines), Normalizer.Form.NFD));

        same(nfc, nfd, List.of(Signal.WORDS, Signal.TOKENS, Signal.LINES, Signal.SENTENCES, Signal.PROSE_FRAC));
        same(nfc, nfd, List.of(Signal.ALPHA_WORD_FRAC, Signal.UNIQUE_WORD_FRAC, Signal.C4_LINE_FRAC));
        same(nfc, nfd, List.of(Signal.DUP_LINE_FRAC, Signal.CAPITALS_WORD_FRAC, Signal.STOP_WORD_FRAC));
    }

    @Property(tries = 200)
    void upperAndLowerCaseHaveTheSameWordsAndStopWordsInAnyCase(@ForAll("lines") List<String> lines) {
        String text = joined(lines);
        TextSignals lower = measure(text.toLowerCase(Locale.ROOT));
        TextSignals upper = measure(text.toUpperCase(Locale.ROOT));

        same(lower, upper, List.of(Signal.WORDS, Signal.TOKENS, Signal.LINES, Signal.MEAN_WORD_LENGTH));
        same(lower, upper, List.of(Signal.STOP_WORDS_ANY_CASE, Signal.STOP_WORD_FRAC, Signal.UNIQUE_WORD_FRAC));
        same(lower, upper, List.of(Signal.COMPRESSION_SAVED, Signal.LETTER_FRAC, Signal.SCRIPT_FRAC));
    }

    @Property(tries = 100)
    void theTurkishLocaleChangesNeitherSignalsNorPersonalData(@ForAll("lines") List<String> lines) {
        String text = joined(lines);
        TextSignals signals = measure(text);
        List<?> personal = new PiiFinder().find(text, ENGLISH);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(new SignalComputer(SignalScheme.of(LanguageProfiles.shipped())).compute(text, ENGLISH))
                    .isEqualTo(signals);
            assertThat(new PiiFinder().find(text, ENGLISH)).isEqualTo(personal);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static final String STORY = """
            The house stood on a hill above the river, and nobody had lived in it for years.
            Most people in the village said that they had never been inside.
            "It is only an old house," my father told us, "and there is nothing to see."
            But in the summer of that year a light burned in one of its windows every night.
            We watched it from the bridge until the mosquitoes drove us home.
            """;

    @Provide
    Arbitrary<List<String>> spam() {
        Arbitrary<String> bits = Arbitraries.of(
                "★★★★★",
                "50% OFF",
                "$$$",
                "http://spam.example/1",
                "www.spam.example",
                "BUY NOW!!!",
                "99.99",
                "♥",
                "CLICK HERE!!!",
                "1-800-555-0199",
                "| | |",
                "#deal #sale",
                "100% FREE",
                "►►►");
        return bits.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(b -> String.join(" ", b))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 200)
    void appendedSpamNeverRaisesTheScores(@ForAll("spam") List<String> spam) {
        StringBuilder text = new StringBuilder(STORY);
        TextSignals before = measure(STORY);
        for (String line : spam) {
            text.append(line).append('\n');
        }
        TextSignals after = measure(text.toString());

        assertThat(after.get(Signal.WDS)).isLessThanOrEqualTo(before.get(Signal.WDS));
        assertThat(after.get(Signal.WDS2)).isLessThanOrEqualTo(before.get(Signal.WDS2));
    }
}
