package org.babelmill.langid;

import java.util.Map;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * How verdicts are made of what an engine says.
 *
 * @param maxLetters the document's label is decided on about so many letters
 * @param lines whether lines are labelled
 * @param threshold probability below which a text is {@code und}
 * @param thresholds by language, where it differs
 */
record IdentificationRules(int maxLetters, boolean lines, double threshold, Map<LanguageTag, Double> thresholds) {

    IdentificationRules {
        thresholds = Map.copyOf(thresholds);
    }

    double threshold(LanguageTag tag) {
        return thresholds.isEmpty() ? threshold : thresholds.getOrDefault(tag, threshold);
    }
}
