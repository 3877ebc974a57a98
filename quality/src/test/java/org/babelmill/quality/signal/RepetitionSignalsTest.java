package org.babelmill.quality.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.text.WordSegmenters;

/** Repetition by numbers and hashes is what the strings themselves give. */
class RepetitionSignalsTest {

    private static final LanguageTag ENGLISH = LanguageTag.parse("eng_Latn");

    private final SignalComputer computer = new SignalComputer(SignalScheme.of(LanguageProfiles.shipped()));

    /** Few words, so that much repeats; some fit together in several ways, as "ab a" and "a ba". */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "a", "b", "ab", "ba", "aa", "bab", "Ab", "somewhat", "somewhatlonger", "東京", "京都", "𠮷野家", ".", "...");
        Arbitrary<String> gaps = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(12, Arbitraries.just(" ")),
                net.jqwik.api.Tuple.of(2, Arbitraries.just("\n")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("\n\n", "\n \n", "\n\n\n", "\r\n\r\n", " \n\n ")));
        return words.flatMap(word -> gaps.map(gap -> word + gap))
                .list()
                .ofMaxSize(120)
                .flatMap(parts -> gaps.map(gap -> gap + String.join("", parts)));
    }

    @Property(tries = 400)
    void runsOfTokensAreThoseOfTheStrings(@ForAll("texts") String text) {
        List<String> tokens = WordSegmenters.standard(ENGLISH).words(text);
        TextSignals signals = computer.compute(text, ENGLISH);
        double chars = text.codePointCount(0, text.length());

        assertThat(signals.get(Signal.TOP_2_GRAM)).isEqualTo(top(tokens, 2) / chars);
        assertThat(signals.get(Signal.TOP_3_GRAM)).isEqualTo(top(tokens, 3) / chars);
        assertThat(signals.get(Signal.TOP_4_GRAM)).isEqualTo(top(tokens, 4) / chars);
        assertThat(signals.get(Signal.DUP_5_GRAM)).isEqualTo(duplicated(tokens, 5) / chars);
        assertThat(signals.get(Signal.DUP_6_GRAM)).isEqualTo(duplicated(tokens, 6) / chars);
        assertThat(signals.get(Signal.DUP_8_GRAM)).isEqualTo(duplicated(tokens, 8) / chars);
        assertThat(signals.get(Signal.DUP_10_GRAM)).isEqualTo(duplicated(tokens, 10) / chars);
    }

    private static long top(List<String> tokens, int n) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            counts.merge(String.join(" ", tokens.subList(i, i + n)), 1, Integer::sum);
        }
        int most = 0;
        long chars = 0;
        for (Map.Entry<String, Integer> gram : counts.entrySet()) {
            if (gram.getValue() > most) {
                most = gram.getValue();
                chars = (long) most * length(gram.getKey());
            }
        }
        return chars;
    }

    private static long duplicated(List<String> tokens, int n) {
        Set<String> seen = new HashSet<>();
        long chars = 0;
        for (int i = 0; i + n <= tokens.size(); ) {
            String gram = String.join("", tokens.subList(i, i + n));
            boolean isNew = seen.add(gram);
            chars += isNew ? 0 : length(gram);
            i += isNew ? 1 : n;
        }
        return chars;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Property(tries = 400)
    void paragraphsAreWhatLineFeedsPart(@ForAll("texts") String text) {
        TextSignals signals = computer.compute(text, ENGLISH);
        List<String> paragraphs = new ArrayList<>(List.of(text.strip().split("\n{2,}", -1)));
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        long chars = 0;
        for (String paragraph : paragraphs) {
            if (!seen.add(paragraph)) {
                repeated++;
                chars += length(paragraph);
            }
        }

        assertThat(signals.get(Signal.PARAGRAPHS)).isEqualTo(text.isBlank() ? 0 : paragraphs.size());
        assertThat(signals.get(Signal.DUP_PARA_FRAC)).isEqualTo(repeated / (double) paragraphs.size());
        assertThat(signals.get(Signal.DUP_PARA_CHAR_FRAC)).isEqualTo(chars / (double) length(text));
    }

    /** Such halves come from broken JSON; a text that has them is measured like any other. */
    @Example
    void aLoneHalfOfAPairFailsNoText() {
        for (String text : List.of("a line.\uDC00\nanother", "a\uD800", "a\uD800b \uDFFF。", "\uDBFFx", "\uDC00")) {
            for (Signal signal : EnumSet.of(Signal.LINES, Signal.SENTENCES, Signal.TOKENS)) {
                assertThat(computer.compute(text, ENGLISH).get(signal)).as(text).isPositive();
            }
        }
    }

    @Example
    void addressesAreCountedOnce() {
        Map<String, Integer> addresses = Map.of(
                "see www.a.example now", 1,
                "wwww.a", 1,
                "http://www.a.example", 1,
                "https://a.example www.b.example", 2,
                "word www...", 1,
                "word ww.a", 0,
                "word /www.a", 0,
                "www.a", 1);
        addresses.forEach((text, count) -> {
            TextSignals signals = computer.compute(text, ENGLISH);
            assertThat(signals.get(Signal.URL_RATIO) * signals.get(Signal.WORDS))
                    .as(text)
                    .isEqualTo(count.doubleValue());
        });
    }
}
