package org.babelmill.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Prints the regression table: scores of extracted text over all pages and by source, language and kind of page, as tab
 * separated lines of a run's name, group, pages, 4-gram F1, bag F1, LCS F1 and snippet F1, in percent. Lines worth
 * keeping are appended to {@code bench/extraction-scores.tsv}.
 *
 * <p>Arguments: archive, gold file, JSON lines with {@code id} and {@code text}, and the run's name.
 */
public final class ExtractionScores {

    private static final int LEAST_PAGES = 10;

    private ExtractionScores() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> texts = texts(Path.of(arguments[2]));
        Map<String, List<PageScore>> groups = new TreeMap<>();
        ScorerTokens tokens = new ScorerTokens();
        for (GoldPage page : GoldPages.read(Path.of(arguments[0]), Path.of(arguments[1]))) {
            PageScore score = PageScore.of(page, texts.getOrDefault(page.id(), ""), tokens);
            GoldPage.Labels labels = page.labels();
            for (String group : List.of(
                    "all",
                    "source " + labels.source(),
                    "language " + labels.language(),
                    "type " + labels.type(),
                    labels.source() + ", language " + labels.language(),
                    labels.source() + ", type " + labels.type())) {
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(score);
            }
        }
        groups.forEach((group, scores) -> {
            if (scores.size() >= LEAST_PAGES) {
                System.out.println(line(arguments[3], group, scores));
            }
        });
    }

    private static Map<String, String> texts(Path path) throws IOException {
        Map<String, String> texts = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(path)) {
            JsonNode node = json.readTree(line);
            texts.put(node.path("id").asText(), node.path("text").asText());
        }
        return texts;
    }

    private static String line(String run, String group, List<PageScore> scores) {
        double precision = mean(scores, PageScore::precision);
        double recall = mean(scores, PageScore::recall);
        double hits = scores.stream().mapToInt(PageScore::hits).sum();
        double wrong = scores.stream()
                .mapToInt(score -> score.wrong() + score.missed())
                .sum();
        return String.join(
                "\t",
                run,
                group,
                Integer.toString(scores.size()),
                cell(2 * precision * recall / (precision + recall)),
                cell(mean(scores, PageScore::bag)),
                cell(mean(scores, PageScore::lcs)),
                cell(2 * hits / (2 * hits + wrong)));
    }

    private static double mean(List<PageScore> scores, ToDoubleFunction<PageScore> value) {
        return scores.stream()
                .filter(PageScore::full)
                .mapToDouble(value)
                .average()
                .orElse(Double.NaN);
    }

    private static String cell(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
