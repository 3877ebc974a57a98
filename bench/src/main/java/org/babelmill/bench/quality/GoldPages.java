package org.babelmill.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.pipeline.text.WordSegmenters;

/** Main text of pages, by record id; of pages whose gold is snippets there is none. */
final class GoldPages {

    private GoldPages() {}

    /** A page's main text as a bag of words. */
    static final class GoldPage {

        private final Map<String, Integer> bag;
        private final int words;

        private GoldPage(List<String> words) {
            this.bag = bag(words);
            this.words = words.size();
        }

        /** Words of the main text. */
        int words() {
            return words;
        }

        /** Share of a text's words that the main text has, too, each as often as it has it; 0 without words. */
        double share(String text) {
            List<String> all = split(text);
            int common = bag(all).entrySet().stream()
                    .mapToInt(e -> Math.min(e.getValue(), bag.getOrDefault(e.getKey(), 0)))
                    .sum();
            return all.isEmpty() ? 0 : common / (double) all.size();
        }
    }

    /** Reads packed JSON lines with {@code id} and {@code text}. */
    static Map<String, GoldPage> read(Path file) throws IOException {
        Map<String, GoldPage> pages = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                if (node.hasNonNull("text")) {
                    pages.put(
                            node.get("id").asText(),
                            new GoldPage(split(node.get("text").asText())));
                }
            }
        }
        return pages;
    }

    private static List<String> split(String text) {
        WordSegmenter words = WordSegmenters.standard(LanguageTag.parse("und_Zyyy"));
        return words.words(text.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Integer> bag(List<String> words) {
        Map<String, Integer> bag = new HashMap<>();
        words.forEach(word -> bag.merge(word, 1, Integer::sum));
        return bag;
    }
}
