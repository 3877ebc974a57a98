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
 * @param modelText what text a fastText model gets
 * @param threshold probability below which a document is {@code und}
 * @param thresholds probability by language tag, where it differs
 * @param thresholdsFile profile with more of those; {@code thresholds} wins where both have a language
 * @param maxLetters the document's label is decided on about so many letters
 * @param lines whether every line gets a label too
 * @param secondEngine an engine that gives a second opinion
 * @param secondModel file of the second engine's model, where it needs one
 * @param secondModelText what text the second engine gets, where it is a fastText model
 */
public record LanguageSettings(
        List<LanguageTag> select,
        Engine engine,
        Optional<String> model,
        ModelText modelText,
        @Allowed(min = 0, max = 1) double threshold,
        Map<String, Double> thresholds,
        Optional<String> thresholdsFile,
        @Allowed(min = 16, max = 10_000_000) int maxLetters,
        boolean lines,
        Optional<Engine> secondEngine,
        Optional<String> secondModel,
        ModelText secondModelText) {

    public LanguageSettings {
        thresholds.forEach((tag, probability) -> {
            LanguageTag.parse(tag);
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("thresholds." + tag + " is " + probability + ", allowed is 0 to 1");
            }
        });
        needsModel("model", engine, model);
        secondEngine.ifPresent(second -> needsModel("second-model", second, secondModel));
    }

    private static void needsModel(String key, Engine engine, Optional<String> model) {
        if (engine == Engine.FASTTEXT && model.isEmpty()) {
            throw new IllegalArgumentException("engine fasttext needs " + key + ": the path of a .bin or .ftz file");
        }
    }

    /** The identifiers. */
    public enum Engine {
        /** Word table with back-off to character n-grams. */
        NGRAM,
        /** Lingua's models in one table. */
        LINGUA,
        /** A fastText model file. */
        FASTTEXT
    }

    /** The text that fastText models were trained on. */
    public enum ModelText {
        /** As it is: GlotLID, lid.176. */
        RAW,
        /** Lower-case letters and spaces alone: OpenLID. */
        LETTERS
    }
}
