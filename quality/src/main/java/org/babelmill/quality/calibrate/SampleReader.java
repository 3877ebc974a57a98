package org.babelmill.quality.calibrate;

import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Spans;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalScheme;
import org.babelmill.quality.signal.TextSignals;

/** Reads texts into samples by language. Belongs to one thread; samples of several readers are merged. */
public final class SampleReader {

    /** Longer words are addresses and noise. */
    private static final int LONGEST_WORD = 40;

    /** Written for the plain apostrophe in some texts and not in others. */
    private static final int TYPOGRAPHIC = 0x2019;

    private final SignalComputer computer = new SignalComputer(SignalScheme.bare());
    private final SortedMap<LanguageTag, WordSegmenter> segmenters = new TreeMap<>();
    private final SortedMap<LanguageTag, LanguageSample> samples = new TreeMap<>();
    private final BurmeseEncoding burmese = new BurmeseEncoding();
    private final Spans spans = new Spans();
    private final StringBuilder word = new StringBuilder();
    private final Object2LongOpenHashMap<String> words = new Object2LongOpenHashMap<>();

    /** Takes in a text. */
    public void add(String text, LanguageTag tag) {
        add(text, tag, Double.NaN);
    }

    /**
     * Takes in a text of a crawl.
     *
     * @param languageScore the identifier's probability of the language; NaN where it was not asked
     */
    public void add(String given, LanguageTag tag, double languageScore) {
        String text = burmese.unicode(given);
        TextSignals signals = computer.compute(text, tag);
        LanguageSample sample = samples.computeIfAbsent(tag, t -> new LanguageSample());
        sample.add(signals.with(Signal.LANGUAGE_SCORE, languageScore));
        char[] chars = text.toCharArray();
        spans.clear();
        segmenters.computeIfAbsent(tag, WordSegmenters::standard).segment(chars, chars.length, spans);
        sample.addTokens(spans.size());
        words.clear();
        for (int i = 0; i < spans.size(); i++) {
            word(chars, i);
        }
        for (Object2LongMap.Entry<String> entry : words.object2LongEntrySet()) {
            sample.addWord(entry.getKey(), entry.getLongValue());
        }
    }

    private void word(char[] chars, int i) {
        word.setLength(0);
        boolean letters = false;
        for (int at = spans.start(i); at < spans.end(i); ) {
            int c = Character.codePointAt(chars, at, spans.end(i));
            letters |= (CharacterClasses.of(c) & CharacterClasses.LETTER) != 0;
            word.appendCodePoint(c == TYPOGRAPHIC ? '\'' : Character.toLowerCase(c));
            at += Character.charCount(c);
        }
        if (letters && word.length() <= LONGEST_WORD) {
            words.addTo(word.toString(), 1);
        }
    }

    /** The samples so far, by language. */
    public SortedMap<LanguageTag, LanguageSample> samples() {
        return samples;
    }
}
