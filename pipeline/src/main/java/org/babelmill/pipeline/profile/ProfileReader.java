package org.babelmill.pipeline.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.config.StrictYaml;
import org.babelmill.pipeline.config.Suggestions;
import org.babelmill.pipeline.profile.LanguageProfile.Sample;

/**
 * Reads a profile as FineWeb2 publishes them, with its ten keys, or as {@code babelmill calibrate} writes them, with more.
 * A required key that is missing is a problem, never 0.
 */
final class ProfileReader {

    private static final String TOP = "top_n_grams";
    private static final String DUPLICATED = "dup_n_grams";
    private static final String STOP_WORDS = "stopwords";
    private static final String SAMPLE = "sample";

    private final String source;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Map<ProfileKey, Double> figures = new EnumMap<>(ProfileKey.class);
    private List<String> stopWords = List.of();
    private Optional<Sample> sample = Optional.empty();

    private ProfileReader(String source) {
        this.source = source;
    }

    /**
     * Reads one file.
     *
     * @param name the profile's {@code lang_Script}
     * @param source the file's name in messages
     * @throws ConfigurationException with every problem found
     */
    static LanguageProfile read(String name, String source, String yaml) {
        ProfileReader reader = new ProfileReader(source);
        JsonNode root = StrictYaml.tree(source, yaml);
        root.properties().forEach(entry -> reader.entry(entry.getKey(), entry.getValue()));
        reader.missing(root);
        if (!reader.problems.isEmpty()) {
            throw new ConfigurationException(reader.problems);
        }
        return new LanguageProfile(name, source, reader.figures, reader.stopWords, reader.sample);
    }

    private void entry(String key, JsonNode value) {
        switch (key) {
            case TOP -> nGrams(key, value, "top_");
            case DUPLICATED -> nGrams(key, value, "dup_");
            case STOP_WORDS -> stopWords(value);
            case SAMPLE -> sample(value);
            default -> figure(key, value);
        }
    }

    private void figure(String key, JsonNode value) {
        Optional<ProfileKey> known = ProfileKey.of(key).filter(k -> !isNGram(k));
        if (known.isEmpty()) {
            List<String> names = new ArrayList<>(List.of(TOP, DUPLICATED, STOP_WORDS, SAMPLE));
            names.addAll(ProfileKey.keys());
            problem(key, value.toString(), "no such key; " + Suggestions.of(key, names));
        } else if (!value.isNumber()) {
            problem(key, value.toString(), "a number");
        } else {
            figures.put(known.get(), value.doubleValue());
        }
    }

    private void nGrams(String key, JsonNode value, String prefix) {
        if (!value.isArray()) {
            problem(key, value.toString(), "a list of pairs of n and threshold");
            return;
        }
        for (JsonNode pair : value) {
            Optional<ProfileKey> n =
                    pair.size() == 2 ? ProfileKey.of(prefix + pair.get(0).asText() + "_gram") : Optional.empty();
            if (n.isEmpty() || !pair.get(1).isNumber()) {
                problem(key, pair.toString(), "a pair of n and threshold");
            } else {
                figures.put(n.get(), pair.get(1).doubleValue());
            }
        }
    }

    private void stopWords(JsonNode value) {
        if (!value.isArray()) {
            problem(STOP_WORDS, value.toString(), "a list of words");
            return;
        }
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode word : value) {
            if (word.isTextual() && !word.textValue().isBlank()) {
                words.add(word.textValue());
            } else {
                problem(STOP_WORDS, word.toString(), "a word, in quotes where YAML takes it for something else");
            }
        }
        stopWords = List.copyOf(words);
    }

    private void sample(JsonNode value) {
        JsonNode documents = value.path("documents");
        JsonNode words = value.path("words");
        if (value.size() == 2 && documents.isIntegralNumber() && words.isIntegralNumber()) {
            sample = Optional.of(new Sample(documents.longValue(), words.longValue()));
        } else {
            problem(SAMPLE, value.toString(), "a mapping of documents and words to whole numbers");
        }
    }

    private void missing(JsonNode root) {
        if (!root.has(STOP_WORDS)) {
            problem(STOP_WORDS, "nothing", "a list of words");
        }
        for (ProfileKey key : ProfileKey.values()) {
            if (key.isRequired() && !figures.containsKey(key) && !root.has(key.key())) {
                problem(where(key), "nothing", "a number");
            }
        }
    }

    private static String where(ProfileKey key) {
        if (!isNGram(key)) {
            return key.key();
        }
        return (key.key().startsWith("top_") ? TOP : DUPLICATED) + " (" + key.key() + ")";
    }

    private static boolean isNGram(ProfileKey key) {
        return key.key().endsWith("_gram");
    }

    private void problem(String key, String value, String allowed) {
        problems.add(new ConfigurationProblem(key, value, source, allowed));
    }
}
