package org.babelmill.quality.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * JSON lines with {@code text} and the language: {@code "language": "deu_Latn"}, or {@code "language": "deu"} and
 * {@code "script": "Latn"}, or none at all where the caller knows it.
 */
public final class JsonlText implements ReferenceText {

    private final ObjectMapper json = new ObjectMapper();
    private final Optional<LanguageTag> known;

    /**
     * A reader.
     *
     * @param known the language of all documents; empty to take it from each
     */
    public JsonlText(Optional<LanguageTag> known) {
        this.known = known;
    }

    @Override
    public void read(String source, InputStream in, Sink sink) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                JsonNode node = parse(source, number, line);
                sink.accept(tag(source, number, node), node.get("text").textValue());
            }
        }
    }

    private JsonNode parse(String source, long number, String line) throws IOException {
        try {
            JsonNode node = json.readTree(line);
            if (!node.path("text").isTextual()) {
                throw new IOException(source + ", line " + number + ": no field \"text\" with text");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IOException(source + ", line " + number + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private LanguageTag tag(String source, long number, JsonNode node) throws IOException {
        if (known.isPresent()) {
            return known.get();
        }
        String language = node.path("language").asText();
        String text = node.has("script") ? language + "_" + node.get("script").asText() : language;
        try {
            return LanguageTag.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(source + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
