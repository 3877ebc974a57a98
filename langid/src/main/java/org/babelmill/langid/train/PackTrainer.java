package org.babelmill.langid.train;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.babelmill.langid.ngram.PackLanguage;
import org.babelmill.langid.ngram.PackMetadata;
import org.babelmill.langid.ngram.PackWriter;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Makes an n-gram pack of word counts and, for languages that have them, of tables derived from other models. The same
 * input gives the same bytes.
 */
public final class PackTrainer {

    /** Words that a derived table stands for: it was made from a large corpus. */
    private static final long TABLE_WORDS = 10_000_000;

    private final TrainingSettings settings;
    private final SortedMap<LanguageTag, FeatureTable> tables = new TreeMap<>();
    private WordCounts counts = new WordCounts();

    /** A trainer without any input yet. */
    public PackTrainer(TrainingSettings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    /** Sets the counted text; languages with fewer words than the settings ask for are left out. */
    public PackTrainer counts(WordCounts text) {
        this.counts = requireNonNull(text, "text");
        return this;
    }

    /** Sets tables of languages; they are mixed with the counted text of the same language. */
    public PackTrainer tables(Map<LanguageTag, FeatureTable> derived) {
        tables.putAll(derived);
        return this;
    }

    /**
     * The languages that the pack will have: those with a table and those with enough counted text.
     *
     * @return sorted by tag, which is also their order in the pack
     */
    public List<LanguageTag> languages() {
        SortedSet<LanguageTag> languages = new TreeSet<>(tables.keySet());
        for (LanguageTag language : counts.languages()) {
            if (counts.total(language) >= settings.minWords()) {
                languages.add(language);
            }
        }
        return List.copyOf(languages);
    }

    /**
     * Trains and writes the pack.
     *
     * @param name name and version for people
     * @param about what the text was
     * @throws IllegalArgumentException when no language has enough text
     */
    public void write(String name, String about, OutputStream out) throws IOException {
        List<PackLanguage> languages = new ArrayList<>();
        for (LanguageTag tag : languages()) {
            long words = counts.total(tag) + (tables.containsKey(tag) ? TABLE_WORDS : 0);
            languages.add(new PackLanguage(tag, words, settings.prior(words)));
        }
        PackWriter writer = new PackWriter(new PackMetadata(
                name,
                about,
                FeatureTable.MAX_ORDER,
                settings.penalty(),
                settings.step(),
                languages,
                settings.calibration()));
        IntStream.range(0, languages.size()).parallel().forEach(number -> {
            FeatureTable features = features(languages.get(number).tag());
            // The writer's result does not depend on the order of what it is given.
            synchronized (writer) {
                add(writer, number, features);
            }
        });
        writer.write(out);
    }

    private void add(PackWriter writer, int number, FeatureTable features) {
        for (int order = 0; order <= FeatureTable.MAX_ORDER; order++) {
            for (FeatureTable.Weighted feature :
                    features.common(order, settings.limits().of(order))) {
                writer.add(number, order, feature.text(), feature.weight());
            }
        }
    }

    private FeatureTable features(LanguageTag language) {
        FeatureTable derived = tables.get(language);
        if (counts.total(language) < settings.minWords()) {
            return derived;
        }
        FeatureTable counted = FeatureTable.ofCounts(counts.sorted(language));
        return derived == null ? counted : counted.mix(derived, settings.tableShare());
    }
}
