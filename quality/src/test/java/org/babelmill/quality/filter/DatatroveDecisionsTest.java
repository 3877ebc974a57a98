package org.babelmill.quality.filter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.testing.SharedData;
import org.babelmill.pipeline.testing.TarFiles;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalScheme;
import org.babelmill.quality.signal.TextSignals;
import org.junit.jupiter.api.Test;

/**
 * Decisions of the plan {@code fineweb2} against those of datatrove's own filters. Recorded with datatrove 0.10.0: its
 * classes GopherRepetitionFilter, FineWebQualityFilter and GopherQualityFilter, set up as FineWeb2 does from its published
 * file of each language, tokens of {@code str.split()}; news texts as they are and spoilt in nine ways.
 */
class DatatroveDecisionsTest {

    /** Our rules in the order of datatrove's, by filter, with the reason datatrove gives. */
    private static final Map<String, Map<String, String>> FILTERS = Map.of(
            "repetition", repetition(),
            "fineweb",
                    Map.of(
                            "empty", "empty",
                            "line-punctuation", "line_punct_ratio",
                            "duplicate-line-characters", "char_dup_ratio",
                            "list-like", "list_ratio"),
            "quality",
                    Map.ofEntries(
                            entry("short-document", "gopher_short_doc"),
                            entry("long-document", "gopher_long_doc"),
                            entry("short-words", "gopher_below_avg_threshold"),
                            entry("long-words", "gopher_above_avg_threshold"),
                            entry("hashes", "gopher_too_many_hashes"),
                            entry("ellipses", "gopher_too_many_ellipsis"),
                            entry("bullet-lines", "gopher_too_many_bullets"),
                            entry("ellipsis-lines", "gopher_too_many_end_ellipsis"),
                            entry("alphabetic-words", "gopher_below_alpha_threshold"),
                            entry("stop-words", "gopher_enough_stop_words")));

    private static Map<String, String> repetition() {
        Map<String, String> rules = new HashMap<>(Map.of("duplicate-lines", "dup_line_frac"));
        IntStream.rangeClosed(2, 4).forEach(n -> rules.put("top-" + n + "-gram", "top_" + n + "_gram"));
        IntStream.rangeClosed(5, 10)
                .forEach(n -> rules.put("duplicate-" + n + "-grams", "duplicated_" + n + "_n_grams"));
        return rules;
    }

    @Test
    void everyDocumentIsKeptOrDroppedForTheSameReason() throws IOException {
        LanguageProfiles profiles = LanguageProfiles.of(
                "configs", TarFiles.read(SharedData.require("data/fineweb2/configs.tar.gz"), ".yml"));
        SignalComputer computer =
                new SignalComputer(SignalScheme.of(profiles).with(tag -> WordSegmenters.whitespace()));
        FilterPlan plan = FilterPlan.shipped("fineweb2");
        Map<String, String> texts = texts();
        List<String> rows = rows();
        SoftAssertions softly = new SoftAssertions();
        Map<String, Long> reasons = new HashMap<>();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            LanguageTag tag = LanguageTag.parse(cells[0].substring(0, cells[0].indexOf('/')));
            TextSignals signals = computer.compute(spoilt(texts.get(cells[0]), cells[1]), tag);
            List<String> failed = plan.failures(signals, tag, profiles.find(tag).profile()).stream()
                    .map(r -> r.rule())
                    .toList();
            softly.assertThat(Stream.of("repetition", "fineweb", "quality").map(f -> first(failed, f)))
                    .as(cells[0] + " " + cells[1])
                    .containsExactly(cells[2], cells[3], cells[4]);
            Stream.of(cells).skip(2).forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        }
        softly.assertAll();
        assertThat(rows).hasSize(948);
        assertThat(reasons).hasSizeGreaterThan(15);
    }

    private static String first(List<String> failed, String filter) {
        Map<String, String> names = FILTERS.get(filter);
        return failed.stream()
                .filter(names::containsKey)
                .map(names::get)
                .findFirst()
                .orElse("");
    }

    /** A text spoilt in a way that the fixture's maker spoilt it, too. */
    private static String spoilt(String text, String way) {
        List<String> words = WordSegmenters.whitespace().words(text);
        return switch (way) {
            case "as-is" -> text;
            case "twice" -> text + "\n" + text;
            case "head" -> String.join(" ", words.subList(0, Math.min(45, words.size())));
            case "column" -> String.join("\n", words);
            case "digits" ->
                IntStream.range(0, words.size())
                        .mapToObj(i -> i % 3 == 0 ? "123" : words.get(i))
                        .collect(Collectors.joining(" "));
            case "hashes" -> String.join(" # ", words);
            case "cut" -> text.replace("\n", "...\n") + "...";
            case "bullets" -> "- " + text.replace("\n", "\n- ");
            case "cycle" -> {
                List<String> start = words.subList(0, Math.min(60, words.size()));
                yield Stream.of(start, start, start, start)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(" "));
            }
            case "letters" ->
                String.join("", words)
                        .codePoints()
                        .limit(400)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining(" "));
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require("data/reference-text-dev.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = json.readTree(line);
                String tag = node.get("language").textValue() + "_"
                        + node.get("script").textValue();
                texts.put(
                        tag + "/" + node.get("document").textValue(),
                        node.get("text").textValue());
            }
        }
        return texts;
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = DatatroveDecisionsTest.class.getResourceAsStream("datatrove-0.10-decisions.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
