package org.babelmill.langid.train;

import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.babelmill.langid.words.WordScanner;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * How often each word occurs in the text of each language: all that training needs, since the n-grams of a text follow
 * from its words. Counts of parts add up to the counts of the whole, in any order. Not for several threads at once.
 *
 * <p>For text too large to count in one memory: {@link #words} gives the words of a text, and
 * {@link #add(LanguageTag, String, long)} takes sums made elsewhere.
 */
public final class WordCounts {

    private final SortedMap<LanguageTag, Object2LongOpenHashMap<String>> counts = new TreeMap<>();

    /** Hands over the words of a text one by one, as identification will see them. */
    public static void words(CharSequence text, Consumer<String> consumer) {
        char[] chars = text.toString().toCharArray();
        WordScanner scanner = new WordScanner();
        scanner.reset(chars, 0, chars.length);
        while (scanner.next()) {
            consumer.accept(new String(scanner.buffer(), 1, scanner.length()));
        }
    }

    /** Counts the words of a text. */
    public void add(LanguageTag language, CharSequence text) {
        Object2LongOpenHashMap<String> words = of(language);
        words(text, word -> words.addTo(word, 1));
    }

    /**
     * Adds to the count of a word.
     *
     * @param count 1 or more
     */
    public void add(LanguageTag language, String word, long count) {
        if (count < 1) {
            throw new IllegalArgumentException("count of '" + word + "' in " + language + " is " + count);
        }
        of(language).addTo(word, count);
    }

    /** Adds all counts of another. */
    public void add(WordCounts other) {
        other.counts.forEach((language, words) -> {
            Object2LongOpenHashMap<String> mine = of(language);
            words.object2LongEntrySet().forEach(entry -> mine.addTo(entry.getKey(), entry.getLongValue()));
        });
    }

    /** The languages with text, sorted. */
    public Set<LanguageTag> languages() {
        return Collections.unmodifiableSet(counts.keySet());
    }

    /** All words counted in a language, each occurrence; 0 for an unknown language. */
    public long total(LanguageTag language) {
        Object2LongOpenHashMap<String> words = counts.get(language);
        return words == null ? 0 : words.values().longStream().sum();
    }

    /** The different words of a language with their counts, sorted by word; empty for an unknown language. */
    public List<WordCount> sorted(LanguageTag language) {
        Object2LongOpenHashMap<String> words = counts.get(language);
        if (words == null) {
            return List.of();
        }
        List<WordCount> result = new ArrayList<>(words.size());
        for (Object2LongMap.Entry<String> entry : words.object2LongEntrySet()) {
            result.add(new WordCount(entry.getKey(), entry.getLongValue()));
        }
        Collections.sort(result);
        return result;
    }

    private Object2LongOpenHashMap<String> of(LanguageTag language) {
        return counts.computeIfAbsent(language, any -> new Object2LongOpenHashMap<>());
    }

    /** A word and how often it occurred; sorted by word. */
    public record WordCount(String word, long count) implements Comparable<WordCount> {
        @Override
        public int compareTo(WordCount other) {
            return word.compareTo(other.word);
        }
    }
}
