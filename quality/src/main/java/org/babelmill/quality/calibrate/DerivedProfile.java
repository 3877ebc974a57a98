package org.babelmill.quality.calibrate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile.Sample;
import org.babelmill.pipeline.profile.ProfileKey;

/**
 * A profile as it was derived.
 *
 * @param tag the language; {@code und} and a script for profiles of scripts
 * @param figures its figures
 * @param stopWords its stop words, most frequent first
 * @param sample how much text it rests on
 * @param prior what its figures were drawn towards: a family, a script, all languages
 */
public record DerivedProfile(
        LanguageTag tag, Map<ProfileKey, Double> figures, List<String> stopWords, Sample sample, String prior) {

    public DerivedProfile {
        EnumMap<ProfileKey, Double> copy = new EnumMap<>(ProfileKey.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
        stopWords = List.copyOf(stopWords);
    }
}
