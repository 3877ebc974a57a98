package org.babelmill.pipeline.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * How language is told, and which languages are wanted.
 *
 * @param select languages that are kept; empty for all. Documents of other languages become ledger rows
 * @param engine which identifier decides
 * @param model file of the engine's model, where it needs one other than the one that ships
 * @param threshold probability below which a document is {@code und}
 * @param thresholds probability by language tag, where it differs
 */
public record LanguageSettings(
        List<LanguageTag> select,
        Engine engine,
        Optional<String> model,
        @Allowed(min = 0, max = 1) double threshold,
        Map<String, Double> thresholds) {

    /** The identifiers. */
    public enum Engine {
        /** Word table with back-off to character n-grams. */
        NGRAM,
        /** Lingua's models in one table. */
        LINGUA,
        /** A fastText model file. */
        FASTTEXT
    }
}
