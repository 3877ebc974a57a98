package org.babelmill.quality.signal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.quality.classifier.QualityModel;
import org.babelmill.quality.score.CurrentScore;
import org.babelmill.quality.score.ReleaseScore;
import org.babelmill.quality.score.ScoreInput;
import org.babelmill.quality.score.ScorePart;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;

/**
 * Measures texts. Reads a text once into lines, tokens and, for what needs them, sentences; every measurement runs over
 * those. Keeps scratch space between texts, so that measuring makes next to no garbage: one instance belongs to one thread.
 *
 * <p>Linear in the length of the text. The same text and language give the same figures, bit for bit, on every JVM.
 */
public final class SignalComputer {

    private static final Signal[] SIGNALS = Signal.values();
    private static final ScorePart[] PARTS = ScorePart.values();

    private final SignalScheme scheme;
    private final Set<SignalFamily> families;
    private final Map<LanguageTag, WordSegmenter> segmenters = new HashMap<>();
    private final AnalyzedText analyzed = new AnalyzedText();
    private final Collector collector = new Collector();
    private final LineSignals lines = new LineSignals();
    private final CharacterSignals characters = new CharacterSignals();
    private final SmellSignals smells = new SmellSignals();
    private final WordSignals words = new WordSignals();
    private final RepetitionSignals repetition = new RepetitionSignals();
    private final NoticeSignals notices = new NoticeSignals();
    private final CompressionSignal compression = new CompressionSignal();
    private final ReleaseScore release = new ReleaseScore();
    private final CurrentScore current = new CurrentScore();

    /** A computer of all signals, for one thread. */
    public SignalComputer(SignalScheme scheme) {
        this(scheme, EnumSet.allOf(SignalFamily.class));
    }

    /** A computer of some signals, the others being NaN, for one thread. Document scores need all families before them. */
    public SignalComputer(SignalScheme scheme, Set<SignalFamily> families) {
        this.scheme = scheme;
        this.families = families.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(families));
    }

    /** Measures a text of which only the language is known. */
    public TextSignals compute(String text, LanguageTag tag) {
        return compute(SignalInput.of(text, tag));
    }

    /**
     * Measures a text.
     *
     * @throws IllegalArgumentException when there are line matches for another number of lines than the text has
     */
    public TextSignals compute(SignalInput input) {
        LanguageTag tag = input.tag();
        LanguageLexicon lexicon = scheme.lexicon(tag);
        analyzed.load(input.text(), segmenters.computeIfAbsent(tag, scheme::segmenter), lexicon.scripts());
        collector.clear();
        for (SignalFamily family : families) {
            measure(family, input, lexicon);
        }
        return collector.finish();
    }

    private void measure(SignalFamily family, SignalInput input, LanguageLexicon lexicon) {
        switch (family) {
            case LINES -> lines.measure(analyzed, collector);
            case CHARACTERS -> characters.measure(analyzed, collector);
            case SMELLS -> smells.measure(analyzed, collector);
            case WORDS -> words.measure(analyzed, lexicon, collector);
            case REPETITION -> repetition.measure(analyzed, collector);
            case NOTICES -> notices.measure(analyzed, collector);
            case COMPRESSION -> compressed();
            case SCORES -> scores(input, lexicon);
            case SUPPLIED -> supplied(input);
        }
    }

    private void compressed() {
        compression.measure(analyzed);
        collector.set(Signal.UTF8_BYTES, CompressionSignal.utf8Length(analyzed.chars(), analyzed.length()));
        collector.set(Signal.COMPRESSION_SAVED, compression.saved());
    }

    private void scores(SignalInput input, LanguageLexicon lexicon) {
        double found = collector.get(Signal.WORDS);
        collector.set(Signal.URL_RATIO, found > 0 ? smells.urls() / found : Double.NaN);
        ScoreInput score = new ScoreInput(
                analyzed.lines(),
                input.lineMatches(),
                analyzed.codePoints(),
                smells.urls(),
                compression.bytes(),
                compression.saved());
        release.measure(score, lexicon.norms(), lexicon.compression());
        current.measure(score, lexicon.norms(), lexicon.compression(), lexicon.punctuated());
        for (ScorePart part : PARTS) {
            if (part != ScorePart.SHORT_LINES) {
                collector.set(after(Signal.WDS, part), release.get(part));
            }
            collector.set(after(Signal.WDS2, part), current.get(part));
        }
    }

    /** The parts of a score stand in the order of {@link ScorePart} behind its total. */
    private static Signal after(Signal total, ScorePart part) {
        return SIGNALS[total.index() + part.index()];
    }

    private void supplied(SignalInput input) {
        input.url()
                .ifPresent(url -> collector.set(
                        Signal.URL_LANGUAGE_HINT, scheme.urlHints(input.tag()).match(url) ? 1 : 0));
        Optional<QualityModel> model = scheme.models().find(input.tag());
        model.ifPresent(m -> collector.set(Signal.QUALITY_SCORE, m.score(analyzed.tokens())));
    }
}
