package org.babelmill.quality.calibrate;

import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.signal.TextSignals;

/**
 * What texts of one language are like: how often each word occurs, and how each metric is distributed. Made in pieces by
 * {@link SampleReader}s and merged in any order to the same result. Takes memory for every different word, some 100 bytes
 * each: sample a big language. Not thread-safe.
 */
public final class LanguageSample implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<ProfileKey, MetricHistogram> metrics = new EnumMap<>(ProfileKey.class);
    private final Object2LongOpenHashMap<String> words = new Object2LongOpenHashMap<>();
    private final Object2LongOpenHashMap<String> spread = new Object2LongOpenHashMap<>();
    private long documents;
    private long tokens;

    /** An empty sample. */
    public LanguageSample() {
        for (CalibratedFigure figure : CalibratedFigure.values()) {
            metrics.put(figure.key(), new MetricHistogram());
        }
    }

    /** Counts a text by its signals, without its words. */
    public void add(TextSignals signals) {
        documents++;
        for (CalibratedFigure figure : CalibratedFigure.values()) {
            metrics.get(figure.key()).add(figure.measure(signals));
        }
    }

    /** Counts a word of a text, in lower case. */
    void addWord(String word, long occurrences) {
        words.addTo(word, occurrences);
        spread.addTo(word, 1);
    }

    /** Counts tokens, punctuation among them. */
    void addTokens(long count) {
        tokens += count;
    }

    /** Adds all that another sample counted; returns this one. */
    public LanguageSample merge(LanguageSample other) {
        other.metrics.forEach((key, histogram) -> metrics.get(key).merge(histogram));
        for (Object2LongMap.Entry<String> entry : other.words.object2LongEntrySet()) {
            words.addTo(entry.getKey(), entry.getLongValue());
        }
        for (Object2LongMap.Entry<String> entry : other.spread.object2LongEntrySet()) {
            spread.addTo(entry.getKey(), entry.getLongValue());
        }
        documents += other.documents;
        tokens += other.tokens;
        return this;
    }

    /** Texts counted. */
    public long documents() {
        return documents;
    }

    /** Tokens counted, punctuation among them. */
    public long tokens() {
        return tokens;
    }

    /** How often a word occurred, in lower case. */
    public long count(String word) {
        return words.getLong(word);
    }

    /** In what share of the texts a word occurred; 0 where nothing was counted. */
    public double documentShare(String word) {
        return documents == 0 ? 0 : spread.getLong(word) / (double) documents;
    }

    /** How often a word occurred per token; 0 where nothing was counted. */
    public double frequency(String word) {
        return tokens == 0 ? 0 : words.getLong(word) / (double) tokens;
    }

    /** Hands out every word with its count, in no order. */
    public void forEachWord(ObjLongConsumer<String> consumer) {
        for (Object2LongMap.Entry<String> entry : words.object2LongEntrySet()) {
            consumer.accept(entry.getKey(), entry.getLongValue());
        }
    }

    /** The distribution of the metric behind a figure. */
    public MetricHistogram metric(ProfileKey key) {
        return metrics.get(key);
    }
}
