package org.babelmill.langid.calibrate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.langid.ModelFormatException;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The thresholds of all languages of a run. Its file is YAML as the settings are, so it serves as {@code
 * language.thresholds-file} and as {@code --config} alike; what the figures rest on stands beside them as comments.
 *
 * @param thresholds sorted by language
 */
public record ThresholdProfile(List<LanguageThreshold> thresholds) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    public ThresholdProfile {
        thresholds = List.copyOf(thresholds);
    }

    /** Finds the thresholds of all languages that have documents. */
    public static ThresholdProfile of(ScoreTable scores, ThresholdRules rules) {
        return new ThresholdProfile(scores.languages().stream()
                .map(language -> LanguageThreshold.of(language, scores.of(language), rules))
                .toList());
    }

    /** The file's text: for each language threshold, documents, median, deviation, agreement and warnings. */
    public String toYaml(ThresholdRules rules) {
        StringBuilder yaml = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # Thresholds by language: documents with a lower score are und.
                # Method %s, from %.2f to %.2f; languages with fewer than %d documents keep the general threshold.
                # Kept: share of documents that reach it. Agree: of those whose pages declare a language, this one.
                language:
                  thresholds:%s
                """,
                rules.method().name().toLowerCase(Locale.ROOT),
                rules.low(),
                rules.high(),
                rules.minDocuments(),
                thresholds.stream().anyMatch(t -> t.threshold().isPresent()) ? "" : " {}"));
        thresholds.forEach(threshold -> yaml.append(line(threshold)));
        return yaml.toString();
    }

    /**
     * Reads the thresholds of a file.
     *
     * @throws ModelFormatException when it is not such a file, or a language or a threshold in it is none
     */
    public static SortedMap<LanguageTag, Double> read(Path file) throws IOException {
        SortedMap<LanguageTag, Double> thresholds = new TreeMap<>();
        JsonNode node;
        try {
            node = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8))
                    .path("language")
                    .path("thresholds");
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(
                    file.toString(), Math.max(0, e.getLocation().getCharOffset()), e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new ModelFormatException(file.toString(), 0, "expected YAML with language: thresholds:");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            thresholds.put(tag(file, entry.getKey()), threshold(file, entry));
        }
        return thresholds;
    }

    private static LanguageTag tag(Path file, String text) throws ModelFormatException {
        try {
            return LanguageTag.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file.toString(), 0, "language.thresholds: " + e.getMessage());
        }
    }

    private static double threshold(Path file, Map.Entry<String, JsonNode> entry) throws ModelFormatException {
        JsonNode value = entry.getValue();
        if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1)) {
            throw new ModelFormatException(
                    file.toString(),
                    0,
                    "language.thresholds." + entry.getKey() + " is " + value + ", allowed is 0 to 1");
        }
        return value.asDouble();
    }

    private static String line(LanguageThreshold threshold) {
        LanguageScores scores = threshold.scores();
        double floor = threshold.threshold().orElse(0);
        String setting = threshold.threshold().isPresent()
                ? String.format(Locale.ROOT, "    %s: %.3f", threshold.language(), floor)
                : "    # " + threshold.language() + ":";
        String agreement = scores.declaring(floor) == 0
                ? "no page declares a language"
                : String.format(Locale.ROOT, "agree %.2f of %d", scores.agreement(floor), scores.declaring(floor));
        String text = String.format(
                Locale.ROOT,
                "%-22s  # documents %d, median %.3f, deviation %.3f, kept %.2f, %s",
                setting,
                scores.documents(),
                scores.median(),
                scores.deviation(),
                (double) scores.reaching(floor) / scores.documents(),
                agreement);
        return threshold.warnings().isEmpty()
                ? text + "\n"
                : text + "; WARNING: " + String.join("; ", threshold.warnings()) + "\n";
    }
}
