package org.babelmill.jobs.card;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
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
 * @param read what the documents stage counted
 * @param decided what the decisions stage counted
 * @param takenBack documents that were taken back since
 */
public record ReleaseFacts(
        JsonNode settings,
        List<String> inputs,
        long inputFiles,
        List<String> filters,
        Map<String, Long> read,
        Map<String, Long> decided,
        long takenBack) {

    /** Settings without those that name places of the publisher. */
    public static JsonNode publicSettings(ConfigurationTree settings) {
        ObjectNode copy = settings.root().deepCopy();
        copy.remove(List.of("input", "takedown"));
        if (copy.get("shards") instanceof ObjectNode shards) {
            String tokenizer = shards.path("tokenizer").asText("");
            shards.put("tokenizer", tokenizer.substring(tokenizer.lastIndexOf('/') + 1));
        }
        return copy;
    }

    /** The same after a takedown of some documents. */
    public ReleaseFacts after(long documents) {
        return new ReleaseFacts(settings, inputs, inputFiles, filters, read, decided, takenBack + documents);
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
