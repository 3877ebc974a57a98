package org.babelmill.jobs.card;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.summary.Funnel;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * What the run knows and the shards do not: kept beside them as {@code stats/run.json}, so that the card can be written
 * anew after a takedown, without the run.
 *
 * @param settings of the run without places of its publisher
 * @param inputs names of the inputs, without the folders they lay in
 * @param inputFiles how many files were read
 * @param filters every filter rule with its threshold, as one line each
 * @param thresholds what the rules hold signals against where that differs by language: by language tag and rule
 * @param read what the documents stage counted
 * @param decided what the decisions stage counted
 * @param takenBack documents that were taken back since
 */
public record ReleaseFacts(
        JsonNode settings,
        List<String> inputs,
        long inputFiles,
        List<String> filters,
        Map<String, Map<String, Double>> thresholds,
        Map<String, Long> read,
        Map<String, Long> decided,
        long takenBack) {

    /** Settings that name a file or folder, by section. */
    private static final Map<String, List<String>> FILES = Map.of(
            "url", List.of("lists"),
            "language", List.of("model", "thresholds-file", "second-model"),
            "signals", List.of("word-lists", "models"),
            "quality", List.of("profile", "language-profiles"),
            "shards", List.of("tokenizer"));

    public ReleaseFacts {
        // Releases of earlier versions have none.
        thresholds = thresholds == null ? Map.of() : thresholds;
    }

    /** Settings without those that name places of the publisher; of files of its own only the last name is left. */
    public static JsonNode publicSettings(ConfigurationTree settings) {
        ObjectNode copy = settings.root().deepCopy();
        copy.remove(List.of("input", "takedown"));
        FILES.forEach((section, keys) -> keys.forEach(key -> shorten((ObjectNode) copy.get(section), key)));
        return copy;
    }

    private static void shorten(ObjectNode section, String key) {
        String path = section.path(key).asText("");
        if (!path.isEmpty() && section.get(key).isTextual()) {
            section.put(key, new Path(path).getName());
        }
    }

    /** The same after a takedown of some documents. */
    public ReleaseFacts after(long documents) {
        return new ReleaseFacts(
                settings, inputs, inputFiles, filters, thresholds, read, decided, takenBack + documents);
    }

    /** The settings, bound; what was left out is at its default. */
    @JsonIgnore
    public RunConfiguration configuration() {
        return ConfigurationLoader.bind(ConfigurationLoader.defaults().overlay("stats/run.json", settings.toString()));
    }

    /** From records to documents. */
    @JsonIgnore
    public Funnel funnel() {
        return new Funnel(Counts.of(read), Counts.of(decided));
    }
}
