package org.babelmill.quality.calibrate;

import it.unimi.dsi.fastutil.objects.Object2DoubleOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Derives precision lists: words by which a small language is told from the big neighbour whose pages pollute it. A word
 * is on a language's list when it is among the twentieth most frequent of the language's words, and at least 85 % of its
 * use in all languages is there. Use is counted by frequency, so that a language with much text does not own every word.
 *
 * <p>After FineWeb2's precision filter, which counts occurrences; a page is judged by the share of its words on the list
 * ({@code listed_word_frac}), where the original took a single one for enough.
 */
public final class PrecisionLists {

    /** The share of a word's use that belongs to the language. */
    public static final double AFFINITY = 0.85;

    /** No affinity goes down to this: a word would be on two lists. */
    public static final double LEAST_AFFINITY = 0.5;

    private static final double FREQUENT = 0.95;

    private PrecisionLists() {}

    /** A list for each language, words in order of the alphabet; empty where nothing tells a language apart. */
    public static SortedMap<LanguageTag, List<String>> derive(SortedMap<LanguageTag, LanguageSample> samples) {
        return derive(samples, AFFINITY);
    }

    /**
     * The same with another affinity.
     *
     * @param affinity the share of a word's use that belongs to the language, above one half
     */
    public static SortedMap<LanguageTag, List<String>> derive(
            SortedMap<LanguageTag, LanguageSample> samples, double affinity) {
        if (!(affinity > LEAST_AFFINITY && affinity <= 1)) {
            throw new IllegalArgumentException("an affinity above 0.5 and up to 1, not " + affinity);
        }
        Object2DoubleOpenHashMap<String> everywhere = new Object2DoubleOpenHashMap<>();
        samples.values()
                .forEach(sample ->
                        sample.forEachWord((word, count) -> everywhere.addTo(word, count / (double) sample.tokens())));
        SortedMap<LanguageTag, List<String>> lists = new TreeMap<>();
        samples.forEach((tag, sample) -> lists.put(tag, list(sample, everywhere, affinity)));
        return lists;
    }

    private static List<String> list(
            LanguageSample sample, Object2DoubleOpenHashMap<String> everywhere, double affinity) {
        long least = Math.max(2, percentile(sample));
        List<String> words = new ArrayList<>();
        sample.forEachWord((word, count) -> {
            if (count >= least && sample.frequency(word) >= affinity * everywhere.getDouble(word)) {
                words.add(word);
            }
        });
        words.sort(null);
        return words;
    }

    /** The count that 95 % of the language's different words do not exceed. */
    private static long percentile(LanguageSample sample) {
        List<Long> counts = new ArrayList<>();
        sample.forEachWord((word, count) -> counts.add(count));
        long[] sorted = counts.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(FREQUENT * sorted.length) - 1];
    }
}
