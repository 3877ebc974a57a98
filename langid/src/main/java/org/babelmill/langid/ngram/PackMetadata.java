package org.babelmill.langid.ngram;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a pack says about itself, kept as JSON at its beginning.
 *
 * @param name name and version for people, such as {@code babelmill-2}
 * @param about what the pack was trained from
 * @param maxOrder length of the longest n-grams
 * @param penalty cost, in -log10, of a feature that a language does not have
 * @param step size of one unit of a stored value, in log10
 * @param languages in the order of their numbers
 * @param calibration turns scores into probabilities
 */
public record PackMetadata(
        String name,
        String about,
        int maxOrder,
        double penalty,
        double step,
        List<PackLanguage> languages,
        Calibration calibration) {

    /** Most languages a pack can hold. */
    public static final int MAX_LANGUAGES = 1 << 16;

    public PackMetadata {
        requireNonNull(name, "name");
        requireNonNull(about, "about");
        requireNonNull(calibration, "calibration");
        languages = List.copyOf(languages);
        require(maxOrder >= 1 && maxOrder <= NgramKeys.MAX_ORDER, "max order", maxOrder, "1 to " + NgramKeys.MAX_ORDER);
        require(penalty > 0 && penalty <= 20, "penalty", penalty, "above 0, at most 20");
        require(step > 0 && penalty / step <= 255, "step", step, "at least penalty / 255");
        require(
                !languages.isEmpty() && languages.size() <= MAX_LANGUAGES,
                "languages",
                languages.size(),
                "1 to " + MAX_LANGUAGES);
    }

    private static void require(boolean condition, String what, Object value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(what + " = " + value + ": allowed is " + allowed);
        }
    }
}
