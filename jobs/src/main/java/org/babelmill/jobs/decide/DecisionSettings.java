package org.babelmill.jobs.decide;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.LanguageSettings;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The thresholds that reasons name for decisions made in earlier stages.
 *
 * @param languageThreshold probability below which a document is undetermined
 * @param languageThresholds the same by language, where it differs
 * @param similarity estimated similarity to the survivor from which on a member of its cluster goes; 0 where every
 *     member but the survivor does
 */
public record DecisionSettings(double languageThreshold, Map<String, Double> languageThresholds, double similarity)
        implements Serializable {

    public DecisionSettings {
        languageThresholds = new TreeMap<>(languageThresholds);
    }

    /** The thresholds that settings name. */
    static DecisionSettings of(LanguageSettings language, DedupSettings dedup) {
        return new DecisionSettings(
                language.threshold(),
                language.thresholds(),
                dedup.mode() == DedupSettings.Mode.VERIFIED ? dedup.survivorSimilarity() : 0);
    }

    /** The probability below which a document of a language is undetermined. */
    public double languageThreshold(LanguageTag tag) {
        return languageThresholds.getOrDefault(tag.toString(), languageThreshold);
    }
}
