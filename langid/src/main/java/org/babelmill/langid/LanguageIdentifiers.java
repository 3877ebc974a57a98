package org.babelmill.langid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.babelmill.langid.calibrate.ThresholdProfile;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.fasttext.FastTextEngine;
import org.babelmill.langid.fasttext.FastTextModel;
import org.babelmill.langid.fasttext.TextForm;
import org.babelmill.langid.lingua.LinguaEngine;
import org.babelmill.langid.lingua.LinguaModel;
import org.babelmill.langid.ngram.NgramEngine;
import org.babelmill.langid.ngram.NgramPack;
import org.babelmill.langid.ngram.PackReader;
import org.babelmill.pipeline.config.LanguageSettings;
import org.babelmill.pipeline.language.LanguageTag;

/** The front door: from settings to an identifier. */
public final class LanguageIdentifiers {

    private static final String SHIPPED = "babelmill.pack";

    private LanguageIdentifiers() {}

    /** An identifier whose models are local files. See {@link #open(LanguageSettings, ModelLocator)}. */
    public static LanguageIdentifier open(LanguageSettings settings) throws IOException {
        return open(settings, ModelLocator.LOCAL);
    }

    /**
     * Loads models and makes an identifier. Takes seconds and up to hundreds of megabytes: once for each JVM.
     *
     * @throws ModelFormatException when a model file is damaged or of an unknown kind
     * @throws IOException when a file cannot be read
     */
    public static LanguageIdentifier open(LanguageSettings settings, ModelLocator models) throws IOException {
        Engine engine = engine(settings.engine(), settings.model(), settings.modelText(), models);
        Engine second = settings.secondEngine().isPresent()
                ? engine(settings.secondEngine().get(), settings.secondModel(), settings.secondModelText(), models)
                : null;
        Map<LanguageTag, Double> thresholds = new TreeMap<>();
        if (settings.thresholdsFile().isPresent()) {
            thresholds.putAll(ThresholdProfile.read(
                    models.locate(settings.thresholdsFile().get())));
        }
        settings.thresholds().forEach((tag, threshold) -> thresholds.put(LanguageTag.parse(tag), threshold));
        IdentificationRules rules =
                new IdentificationRules(settings.maxLetters(), settings.lines(), settings.threshold(), thresholds);
        return new EngineIdentifier(engine, second, rules);
    }

    private static Engine engine(
            LanguageSettings.Engine kind, Optional<String> model, LanguageSettings.ModelText text, ModelLocator models)
            throws IOException {
        return switch (kind) {
            case NGRAM -> new NgramEngine(model.isPresent() ? PackReader.read(models.locate(model.get())) : shipped());
            case FASTTEXT -> fastText(models.locate(model.orElseThrow()), text);
            case LINGUA -> new LinguaEngine(LinguaModel.load());
        };
    }

    private static Engine fastText(Path file, LanguageSettings.ModelText text) throws IOException {
        TextForm form = switch (text) {
            case RAW -> TextForm.RAW;
            case LETTERS -> TextForm.LETTERS;
        };
        return new FastTextEngine(file.getFileName().toString(), FastTextModel.read(file), form);
    }

    /**
     * The languages that the pack in the program knows. Reads the pack: takes a second.
     *
     * @throws IOException when the program's own resource cannot be read
     */
    public static Set<LanguageTag> shippedLanguages() throws IOException {
        return Set.copyOf(shipped().tags());
    }

    /** Whether Lingua's models are on the class path: a program packed for a cluster may leave them out. */
    public static boolean hasLinguaModels() {
        return com.github.pemistahl.lingua.api.Language.class.getResource("/language-models/en/unigrams.json") != null;
    }

    private static NgramPack shipped() throws IOException {
        try (InputStream in = LanguageIdentifiers.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + SHIPPED);
            }
            return PackReader.read(SHIPPED, in);
        }
    }
}
