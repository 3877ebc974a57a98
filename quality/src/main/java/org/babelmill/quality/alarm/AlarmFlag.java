package org.babelmill.quality.alarm;

import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * A sign that a language's label is wrong. Reads as "wol_Latn: kept by quality 0.002 < 0.2".
 *
 * @param tag the language
 * @param sign what was looked at
 * @param value the share found
 * @param comparison how it compares to the limit
 * @param limit the limit
 */
public record AlarmFlag(LanguageTag tag, String sign, double value, Comparison comparison, double limit) {

    @Override
    public String toString() {
        return tag + ": " + sign + " " + value + " " + comparison.symbol() + " " + limit;
    }
}
