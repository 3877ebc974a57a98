package org.babelmill.pipeline.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which filters decide.
 *
 * @param profile name of a filter plan in {@code conf/profiles/}, or path of one
 * @param languageProfiles folder of per-language thresholds and stop words to use instead of those that ship; FineWeb2's
 *     own files work as they are
 * @param thresholds thresholds by rule name that hold for all languages instead of those of the plan
 * @param without names of rules of the plan that are not applied
 * @param alarm when a language's label is doubted
 */
public record QualitySettings(
        String profile,
        Optional<String> languageProfiles,
        Map<String, Double> thresholds,
        List<String> without,
        AlarmSettings alarm) {

    public QualitySettings {
        thresholds.forEach((rule, threshold) -> {
            if (threshold == null || threshold.isNaN()) {
                throw new IllegalArgumentException("thresholds." + rule + " is " + threshold + ", allowed is a number");
            }
        });
    }
}
