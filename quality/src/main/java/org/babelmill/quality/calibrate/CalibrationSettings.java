package org.babelmill.quality.calibrate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.ProfileKey;

/**
 * How profiles are derived.
 *
 * @param methods the method of each threshold
 * @param english the language that the anchors belong to
 * @param shrinkage how many documents the mean of the family or script weighs against those of the language
 */
public record CalibrationSettings(Map<ProfileKey, DerivationMethod> methods, LanguageTag english, int shrinkage) {

    private static final int SHRINKAGE = 20;

    public CalibrationSettings {
        EnumMap<ProfileKey, DerivationMethod> copy = new EnumMap<>(ProfileKey.class);
        copy.putAll(methods);
        methods = Collections.unmodifiableMap(copy);
        if (shrinkage < 0) {
            throw new IllegalArgumentException("shrinkage is a number of documents, not " + shrinkage);
        }
    }

    /**
     * The defaults: ratio of medians for pairs of words and for lines, mean and deviation for fives of words and for word
     * length, quantile for words with letters; longer n-grams follow shorter ones. Of the methods these came closest to FineWeb2's published
     * figures; see {@code docs/calibration.md}.
     */
    public static CalibrationSettings defaults() {
        Map<ProfileKey, DerivationMethod> methods = new EnumMap<>(ProfileKey.class);
        for (CalibratedFigure figure : CalibratedFigure.values()) {
            methods.put(figure.key(), DerivationMethod.parse("mean-std"));
        }
        methods.put(ProfileKey.TOP_2_GRAM, DerivationMethod.parse("median-ratio"));
        methods.put(ProfileKey.LINE_PUNCT_THR, DerivationMethod.parse("median-ratio"));
        methods.put(ProfileKey.NEW_LINE_RATIO, DerivationMethod.parse("median-ratio"));
        methods.put(ProfileKey.MAX_NON_ALPHA_WORDS_RATIO, DerivationMethod.parse("quantile"));
        for (ProfileKey key : ProfileKey.values()) {
            if (key.key().endsWith("_gram") && key != ProfileKey.TOP_2_GRAM && key != ProfileKey.DUP_5_GRAM) {
                methods.put(key, DerivationMethod.parse("follow"));
            }
        }
        return new CalibrationSettings(methods, new LanguageTag("eng", "Latn"), SHRINKAGE);
    }

    /** The same with another method for one threshold. */
    public CalibrationSettings with(ProfileKey key, DerivationMethod method) {
        Map<ProfileKey, DerivationMethod> changed = new EnumMap<>(methods);
        changed.put(key, method);
        return new CalibrationSettings(changed, english, shrinkage);
    }
}
