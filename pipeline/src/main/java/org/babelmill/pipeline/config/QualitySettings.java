package org.babelmill.pipeline.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which filters decide.
 *
 * @param profile name of a filter plan in {@code conf/profiles/}, or path of one
 * @param rules thresholds that replace those of the plan, by name of the rule, the same for all languages
 * @param languageProfiles folder of per-language thresholds and stop words to use instead of those that ship; FineWeb2's
 *     own files work as they are
 * @param without names of rules of the plan that are not applied
 * @param alarm when a language's label is doubted
 */
public record QualitySettings(
        String profile,
        Map<String, Double> rules,
        List<String> without,
        Optional<String> languageProfiles,
        AlarmSettings alarm) {}
