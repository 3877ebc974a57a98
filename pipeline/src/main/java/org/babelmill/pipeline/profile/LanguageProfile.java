package org.babelmill.pipeline.profile;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is usual in one language: figures and stop words. Immutable.
 *
 * @param name the {@code lang_Script} it was made for; {@code und_Latn} for a script, {@code und_Zyyy} for all languages
 * @param source the file it was read from
 * @param figures thresholds and medians
 * @param stopWords most frequent function words, as written in running text; empty in profiles of no single language
 * @param sample how much text the figures rest on, where the file says so
 */
public record LanguageProfile(
        String name, String source, Map<ProfileKey, Double> figures, List<String> stopWords, Optional<Sample> sample) {

    /**
     * How much text a profile rests on.
     *
     * @param documents documents read
     * @param words words read
     */
    public record Sample(long documents, long words) {}

    public LanguageProfile {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        EnumMap<ProfileKey, Double> copy = new EnumMap<>(ProfileKey.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
        stopWords = List.copyOf(stopWords);
        requireNonNull(sample, "sample");
    }

    /** A figure, where the profile has it. */
    public OptionalDouble figure(ProfileKey key) {
        Double value = figures.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
