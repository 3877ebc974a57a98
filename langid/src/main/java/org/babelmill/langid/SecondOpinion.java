package org.babelmill.langid;

import static java.util.Objects.requireNonNull;

import org.babelmill.pipeline.language.LanguageTag;

/**
 * What the second engine says about a text.
 *
 * @param tag its most likely language, in our names
 * @param probability as the engine gives it, from 0 to 1
 * @param agree whether it means the same language as the first engine's best, scripts of Chinese and names of one
 *     macrolanguage aside
 * @param model name of the engine and of its model
 */
public record SecondOpinion(LanguageTag tag, double probability, boolean agree, String model) {

    public SecondOpinion {
        requireNonNull(tag, "tag");
        requireNonNull(model, "model");
    }
}
