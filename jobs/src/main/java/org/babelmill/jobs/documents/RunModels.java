package org.babelmill.jobs.documents;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.extract.ExtractionResources;
import org.babelmill.jobs.run.LocalCopies;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.config.SignalSettings;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.classifier.QualityModels;
import org.babelmill.quality.lucene.LuceneSegmenters;
import org.babelmill.quality.signal.SignalScheme;
import org.babelmill.quality.wordlist.WordLists;

/**
 * Everything that is loaded once for each executor: settings, block lists, language models, profiles. Travels as a Spark
 * broadcast, which is unpacked once for each JVM; only the settings and small files travel, and the first task that asks
 * loads the rest.
 */
final class RunModels implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String settings;
    private final TreeMap<String, String> profileFiles;
    private final TreeMap<String, String> wordListFiles;
    private transient volatile Loaded loaded;

    /**
     * Models to load.
     *
     * @param settings the run's settings as YAML or JSON text
     * @param profileFiles language profiles by file name; empty for those that ship
     * @param wordListFiles word lists by {@code purpose/language.txt}; may be empty
     */
    RunModels(String settings, Map<String, String> profileFiles, Map<String, String> wordListFiles) {
        this.settings = settings;
        this.profileFiles = new TreeMap<>(profileFiles);
        this.wordListFiles = new TreeMap<>(wordListFiles);
    }

    /** What was loaded; safe to share between threads. */
    record Loaded(
            RunConfiguration configuration,
            ExtractionResources extraction,
            LanguageIdentifier languages,
            SignalScheme signals,
            SignatureScheme signatures) {}

    /** The models; loads them when this JVM asks first. */
    Loaded load(Configuration hadoop) throws IOException {
        Loaded result = loaded;
        if (result == null) {
            synchronized (this) {
                if (loaded == null) {
                    loaded = loadNow(hadoop);
                }
                result = loaded;
            }
        }
        return result;
    }

    private Loaded loadNow(Configuration hadoop) throws IOException {
        LocalCopies copies = new LocalCopies(hadoop);
        RunConfiguration configuration = ConfigurationLoader.bind(ConfigurationLoader.recorded(settings));
        LanguageProfiles profiles = profileFiles.isEmpty()
                ? LanguageProfiles.shipped()
                : LanguageProfiles.of("quality.language-profiles", profileFiles);
        SignalScheme signals = SignalScheme.of(profiles);
        if (!wordListFiles.isEmpty()) {
            signals = signals.with(WordLists.of("signals.word-lists", wordListFiles));
        }
        signals = signals.with(QualityModels.load(
                "signals.models", copies.of(configuration.signals().models())));
        if (configuration.signals().segmenter() == SignalSettings.Segmenter.LUCENE) {
            signals = signals.with(LuceneSegmenters.makers());
        }
        return new Loaded(
                configuration,
                ExtractionResources.load(configuration.withBlockLists(
                        copies.of(configuration.url().lists()))),
                LanguageIdentifiers.open(configuration.language(), name -> copies.of(name)),
                signals,
                SignatureScheme.of(configuration.dedup()));
    }
}
