package org.babelmill.langid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.language.LanguageTag;

/** What holds for every text, from many threads, with the pack that ships. */
class IdentificationPropertiesTest {

    private static final LanguageIdentifier IDENTIFIER = open();

    private static final List<String> PIECES = List.of(
            "Der Zug nach München fährt heute später ab. ",
            "Το τρένο φεύγει μία ώρα αργότερα. ",
            "去北京的火车今天晚点。",
            "Ovo nijesam vidio, śutra ću. ",
            "https://example.org/a?b=c ",
            "9S1KTHNBWJD ",
            "\n",
            "\r\n",
            "\uD800",
            "\uDC00",
            "\u0301",
            "\u200D",
            "\u0000",
            "\uFEFF",
            "𐌰𐍄𐍄𐌰 ",
            "क्षेत्र ",
            "مرحبا بالعالم ",
            "İIıi ",
            "42 ");

    private final LanguageIdentifier.Session session = IDENTIFIER.newSession();

    @Property(tries = 300)
    void anyStringGetsAVerdict(@ForAll @StringLength(max = 300) String text) {
        isSound(text, session.identify(text));
    }

    @Property(tries = 200)
    void anyMixtureOfTextGetsAVerdict(@ForAll("mixtures") String text) {
        isSound(text, session.identify(text));
    }

    @Property(tries = 100)
    void carriageReturnsAndSpacesAtTheEndsChangeNothing(@ForAll("mixtures") String text) {
        LanguageVerdict verdict = session.identify(text.replace("\r", ""));
        LanguageVerdict windows = session.identify(text.replace("\r", "").replace("\n", "\r\n"));
        assertThat(windows.tag()).isEqualTo(verdict.tag());
        assertThat(windows.probability()).isEqualTo(verdict.probability());
        assertThat(windows.lines()).isEqualTo(verdict.lines());
        assertThat(session.identify("  " + text + " ").tag())
                .isEqualTo(session.identify(text).tag());
    }

    @Example
    void longTextWithoutSpacesGetsAVerdict() {
        isSound("a", session.identify("a".repeat(300_000)));
        isSound("", session.identify("\u0301".repeat(100_000)));
        assertThat(session.identify("\n".repeat(50_000)).lines().runs())
                .containsExactly(new LineLanguages.Run(LanguageTag.NONE, 50_001));
    }

    @Example
    void manyThreadsWithOneModelGiveTheSameVerdicts() throws InterruptedException, ExecutionException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            texts.add(PIECES.get(i % PIECES.size()).repeat(1 + i % 7) + "\n" + PIECES.get((i * 7) % PIECES.size()));
        }
        List<LanguageVerdict> alone = texts.stream().map(session::identify).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<LanguageVerdict>>> answers = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                answers.add(threads.submit(() -> {
                    LanguageIdentifier.Session own = IDENTIFIER.newSession();
                    return texts.stream().map(own::identify).toList();
                }));
            }
            for (Future<List<LanguageVerdict>> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    private static void isSound(String text, LanguageVerdict verdict) {
        assertThat(verdict.probability()).isBetween(0.0, 1.0);
        assertThat(verdict.candidates())
                .allSatisfy(candidate -> assertThat(candidate.probability()).isBetween(0.0, 1.0));
        assertThat(verdict.tag().isDetermined() && !verdict.tag().equals(verdict.best()))
                .isFalse();
        if (!text.isEmpty()) {
            assertThat(verdict.lines().runs()).isNotEmpty();
        }
        assertThat(verdict.lines().codeMix()).isBetween(0.0, 1.0);
    }

    private static LanguageIdentifier open() {
        try {
            return LanguageIdentifiers.open(
                    ConfigurationLoader.bind(ConfigurationLoader.defaults()).language());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
