package org.babelmill.langid.ngram;

import static java.util.Objects.requireNonNull;

import org.babelmill.pipeline.language.LanguageTag;

/**
 * A language of a pack.
 *
 * @param tag its label
 * @param words words of text that it was trained on; for languages taken from other models' tables what those had seen
 * @param prior handicap in log10, 0 or below: a language that was trained on little text needs better evidence
 */
public record PackLanguage(LanguageTag tag, long words, double prior) {

    public PackLanguage {
        requireNonNull(tag, "tag");
        if (words < 0 || !(prior <= 0 && prior >= -100)) {
            throw new IllegalArgumentException(
                    "language " + tag + ": words " + words + " (0 or more), prior " + prior + " (-100 to 0)");
        }
    }
}
