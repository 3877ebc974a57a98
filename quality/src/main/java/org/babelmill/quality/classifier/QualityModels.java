package org.babelmill.quality.classifier;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.language.LanguageTag;

/** The classifiers of a run, at most one for each language. Immutable. */
public final class QualityModels {

    private static final QualityModels NONE = new QualityModels(Collections.emptySortedMap());

    private final SortedMap<LanguageTag, QualityModel> models;

    private QualityModels(SortedMap<LanguageTag, QualityModel> models) {
        this.models = models;
    }

    /** No classifiers: no text gets a score. */
    public static QualityModels none() {
        return NONE;
    }

    /**
     * These classifiers.
     *
     * @throws IllegalArgumentException when two are for the same language
     */
    public static QualityModels of(Collection<QualityModel> models) {
        SortedMap<LanguageTag, QualityModel> byTag = new TreeMap<>();
        for (QualityModel model : models) {
            if (byTag.put(model.tag(), model) != null) {
                throw new IllegalArgumentException("two quality models for " + model.tag());
            }
        }
        return new QualityModels(byTag);
    }

    /** The classifier of a language, where there is one. */
    public Optional<QualityModel> find(LanguageTag tag) {
        return Optional.ofNullable(models.get(tag));
    }
}
