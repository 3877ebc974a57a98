package org.babelmill.quality.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.testing.SharedData;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.WordSegmenters;
import org.junit.jupiter.api.Test;

/**
 * The metrics of Gopher and FineWeb against datatrove's own code. The figures were recorded with datatrove 0.10.0 on Python
 * 3.11: its functions for repeated and top n-grams, its punctuation sets, and the expressions of its filters, fed the
 * tokens of {@code str.split()} and, as stop words, Gopher's eight.
 */
class DatatroveConformanceTest {

    private static final double EXACT = 1e-9;
    private static final LanguageTag TAG = LanguageTag.parse("eng_Latn");

    private final ObjectMapper json = new ObjectMapper();
    private final SignalComputer computer =
            new SignalComputer(SignalScheme.bare().with(tag -> WordSegmenters.whitespace()));

    @Test
    void punctuationIsTheSameSet() {
        assertThat(count(CharacterClasses.TERMINAL)).isEqualTo(159);
        assertThat(count(CharacterClasses.SYMBOL)).isEqualTo(281);
    }

    @Test
    void madeUpTextsGiveTheSameFigures() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int compared = 0;
        try (InputStream in = resource("datatrove-0.10.json")) {
            for (JsonNode node : json.readTree(in)) {
                String text = node.get("text").textValue();
                TextSignals signals = computer.compute(text, TAG);
                for (Map.Entry<String, JsonNode> value : node.get("values").properties()) {
                    compare(softly, json.writeValueAsString(text), signals, value.getKey(), number(value.getValue()));
                    compared++;
                }
            }
        }
        softly.assertAll();
        assertThat(compared).isGreaterThan(900);
    }

    @Test
    void realTextsInAHundredLanguagesGiveTheSameFigures() throws IOException {
        Map<String, String> texts = new HashMap<>();
        read(
                "data/reference-text-dev.jsonl.gz",
                node -> texts.put(
                        "reference/" + node.get("language").textValue() + "_"
                                + node.get("script").textValue() + "/"
                                + node.get("document").textValue(),
                        node.get("text").textValue()));
        read("data/extraction-dev.gold.jsonl.gz", node -> {
            if (node.hasNonNull("text")) {
                texts.put(
                        "gold/" + node.get("id").textValue().replaceFirst(".*:", ""),
                        node.get("text").textValue());
            }
        });
        SoftAssertions softly = new SoftAssertions();
        List<String> rows = lines("datatrove-0.10.tsv");
        String[] names = rows.get(0).split("\t");
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t");
            TextSignals signals = computer.compute(texts.get(cells[0]), TAG);
            for (int i = 1; i < cells.length; i++) {
                compare(softly, cells[0], signals, names[i], Double.parseDouble(cells[i]));
            }
        }
        softly.assertAll();
        assertThat(rows).hasSize(266);
    }

    private static void compare(SoftAssertions softly, String text, TextSignals signals, String name, double expected) {
        double actual = signals.get(Signal.of(name).orElseThrow());
        if (Double.isNaN(expected)) {
            softly.assertThat(actual).as(name + " of " + text).isNaN();
        } else {
            softly.assertThat(actual)
                    .as(name + " of " + text)
                    .isCloseTo(expected, within(EXACT * Math.max(1, expected)));
        }
    }

    private static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.doubleValue();
    }

    private static long count(int bits) {
        long count = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            count += (CharacterClasses.of(c) & bits) != 0 ? 1 : 0;
        }
        return count;
    }

    private interface Reader {
        void read(JsonNode node);
    }

    private void read(String shared, Reader reader) throws IOException {
        Path path = SharedData.require(shared);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reader.read(json.readTree(line));
            }
        }
    }

    private static InputStream resource(String name) {
        return DatatroveConformanceTest.class.getResourceAsStream(name);
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
