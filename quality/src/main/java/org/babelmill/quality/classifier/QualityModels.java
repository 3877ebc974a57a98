package org.babelmill.quality.classifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.language.LanguageTag;

/** The classifiers of a run, at most one for each language. Immutable. */
public final class QualityModels {

    /** How the names of classifier files end. */
    public static final String SUFFIX = ".quality";

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

    /**
     * The classifiers of a folder: its files whose names end in {@code .quality}.
     *
     * @param setting the setting that names the folder, for messages
     * @param folder the folder; no classifiers where there is none
     * @throws ConfigurationException when the folder holds none, two for one language, or a file that is damaged
     */
    public static QualityModels load(String setting, Optional<String> folder) {
        if (folder.isEmpty()) {
            return NONE;
        }
        List<QualityModel> models = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.get()), "*" + SUFFIX)) {
            for (Path file : files) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    models.add(QualityModel.read(file.getFileName().toString(), in));
                }
            }
            if (models.isEmpty()) {
                throw new IOException("holds no *" + SUFFIX + " files");
            }
            return of(models);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(List.of(new ConfigurationProblem(
                    setting, folder.get(), "settings", "a folder made by babelmill train-quality; " + e.getMessage())));
        }
    }

    /** The classifier of a language, where there is one. */
    public Optional<QualityModel> find(LanguageTag tag) {
        return Optional.ofNullable(models.get(tag));
    }
}
