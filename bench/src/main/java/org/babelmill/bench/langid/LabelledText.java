package org.babelmill.bench.langid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * A text with its language, out of the evaluation data.
 *
 * @param id of the item, or of the document it is from
 * @param tag the label that training uses for it
 * @param source where it is from, such as {@code udhr}
 * @param kind sentence, paragraph or document
 */
record LabelledText(String id, LanguageTag tag, String source, String kind, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CHINESE = Set.of("Hans", "Hant");

    /** Reads items {@code {"id","text","lang","script","source","cls"}}; those marked as suspect are left out. */
    static List<LabelledText> items(Path file) throws IOException {
        List<LabelledText> items = new ArrayList<>();
        for (JsonNode node : read(file)) {
            if (!node.has("suspect")) {
                items.add(new LabelledText(
                        node.get("id").asText(),
                        tag(node.get("lang").asText(), node.get("script").asText()),
                        node.get("source").asText(),
                        node.get("cls").asText(),
                        node.get("text").asText()));
            }
        }
        return items;
    }

    /** Reads the texts alone of a file of objects with {@code text}, those that have any. */
    static List<String> texts(Path file) throws IOException {
        return read(file).stream()
                .map(node -> node.path("text").asText(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Reads reference documents {@code {"language","script","document","text"}}. */
    static List<LabelledText> documents(Path file) throws IOException {
        List<LabelledText> documents = new ArrayList<>();
        for (JsonNode node : read(file)) {
            documents.add(new LabelledText(
                    node.get("document").asText(),
                    tag(node.get("language").asText(), node.get("script").asText()),
                    "ntrex",
                    "document",
                    node.get("text").asText()));
        }
        return documents;
    }

    private static LanguageTag tag(String language, String script) {
        String written = CHINESE.contains(script) ? "Hani" : script;
        return LanguageLabels.standard().canonical(new LanguageTag(language, written));
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }
}
