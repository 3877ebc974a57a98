package org.babelmill.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** Texts with their languages, from packed JSON lines with {@code text} and {@code language}. */
final class QualityTexts {

    private QualityTexts() {}

    /**
     * A text.
     *
     * @param text the text
     * @param tag its language
     */
    record Labelled(String text, LanguageTag tag) {}

    /** The texts from {@code fewest} to {@code most} UTF-8 bytes, of languages that have a profile. */
    static List<Labelled> read(Path file, int fewest, int most) throws IOException {
        List<Labelled> texts = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                String text = node.path("text").asText("");
                int bytes = text.getBytes(StandardCharsets.UTF_8).length;
                if (bytes >= fewest && bytes <= most) {
                    LanguageLabels.standard().find(label(node)).ifPresent(tag -> texts.add(new Labelled(text, tag)));
                }
            }
        }
        return texts;
    }

    private static String label(JsonNode node) {
        String language = node.path("language").asText("und");
        return node.has("script") ? language + "_" + node.get("script").asText() : language;
    }
}
