package org.babelmill.bench.langid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Lines of text to train on, each once. The evaluation data holds the same text as sentence, paragraph and document; a
 * line that is part of a longer one of its language is left out. Folds keep what belongs together: a news document, an
 * article of the declaration.
 */
final class TrainingLines {

    /** Folds by document and article. */
    static final int FOLDS = 5;

    /** Sources that pages are like and training text is not: they are for testing alone. */
    static final Set<String> TEST_ONLY = Set.of("paracrawl-gold", "hplt-ann", "synthetic-zxx");

    private final SortedMap<LanguageTag, List<Line>> lines = new TreeMap<>();

    /**
     * A line.
     *
     * @param squeezed the text without white space
     * @param fold from 0, by document, article, or the line itself
     */
    record Line(String text, String squeezed, String source, int fold) {}

    TrainingLines(List<LabelledText> items, List<LabelledText> documents) {
        SortedMap<LanguageTag, List<LabelledText>> byLanguage = new TreeMap<>();
        documents.forEach(text ->
                byLanguage.computeIfAbsent(text.tag(), any -> new ArrayList<>()).add(text));
        items.stream()
                .filter(text -> !TEST_ONLY.contains(text.source()))
                .forEach(text -> byLanguage
                        .computeIfAbsent(text.tag(), any -> new ArrayList<>())
                        .add(text));
        byLanguage.forEach((tag, texts) -> lines.put(tag, unique(texts)));
    }

    /** The lines of each language, sorted by tag. */
    Map<LanguageTag, List<Line>> byLanguage() {
        return lines;
    }

    /** The items by the fold whose pack was not trained on them; those of no fold, which no pack was trained on, in the first. */
    SortedMap<Integer, List<LabelledText>> byFold(List<LabelledText> items) {
        return items.stream()
                .collect(Collectors.groupingBy(item -> Math.max(0, fold(item)), TreeMap::new, Collectors.toList()));
    }

    /** The fold of an item: that of the line that its first line is, or is part of; -1 where there is none. */
    int fold(LabelledText item) {
        String first = squeezed(item.text().lines().findFirst().orElse(""));
        for (Line line : lines.getOrDefault(item.tag(), List.of())) {
            if (line.squeezed().contains(first)) {
                return line.fold();
            }
        }
        return -1;
    }

    private static List<Line> unique(List<LabelledText> texts) {
        List<Line> all = new ArrayList<>();
        for (LabelledText text : texts) {
            boolean document = text.source().equals("ntrex") && text.kind().equals("document");
            text.text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> {
                        int fold = Math.floorMod((document ? text.id() : line).hashCode(), FOLDS);
                        all.add(new Line(line, squeezed(line), text.source(), fold));
                    });
        }
        all.sort(Comparator.comparingInt((Line line) -> -line.text().length()).thenComparing(Line::text));
        return kept(all);
    }

    private static List<Line> kept(List<Line> all) {
        List<Line> kept = new ArrayList<>();
        List<String> longer = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Line line : all) {
            if (seen.add(line.squeezed()) && longer.stream().noneMatch(other -> other.contains(line.squeezed()))) {
                kept.add(line);
                longer.add(line.squeezed());
            }
        }
        return kept;
    }

    /** Without white space, which differs between copies of the same line. */
    private static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isWhitespace(c) && c != 0xA0).forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }
}
