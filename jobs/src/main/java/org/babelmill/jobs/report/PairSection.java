package org.babelmill.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.babelmill.jobs.survey.Survey.Pair;
import org.jsoup.nodes.Element;

/**
 * What was said of documents against what was found: how many agree, in a sentence, and the pairs that do not, in a table.
 *
 * @param documents number of each pair
 * @param agree whether the two of a pair mean the same
 * @param named what a reader is shown for one of a pair
 */
record PairSection(Map<Pair, Long> documents, BiPredicate<String, String> agree, UnaryOperator<String> named) {

    private static final int LONGEST = 60;

    /**
     * Appends sentence and table; no table where all agree.
     *
     * @param what what those that agree do, to end the sentence
     * @param caption of the table
     * @param heads of its four columns: said, found, documents, share of those of which the same was said
     */
    void write(Element section, String what, String caption, String... heads) {
        section.appendElement("p").text(sentence(what));
        List<Map.Entry<Pair, Long>> apart = apart();
        if (apart.isEmpty()) {
            return;
        }
        Map<String, Long> said = documents.entrySet().stream()
                .collect(Collectors.groupingBy(e -> e.getKey().first(), Collectors.summingLong(Map.Entry::getValue)));
        DataTable table = new DataTable(section, caption, heads);
        apart.forEach(e -> {
            table.row(named.apply(e.getKey().first()));
            table.text(named.apply(e.getKey().second()));
            table.number(e.getValue()).share(e.getValue(), said.get(e.getKey().first()));
        });
    }

    private String sentence(String what) {
        long all = documents.values().stream().mapToLong(Long::longValue).sum();
        long agreeing = documents.entrySet().stream()
                .filter(e -> agrees(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        double share = all == 0 ? 1 : agreeing / (double) all;
        return String.format(
                Locale.ROOT, "%,d of %,d documents (%s) %s.", agreeing, all, DataTable.percent(share), what);
    }

    private boolean agrees(Pair pair) {
        return agree.test(pair.first(), pair.second());
    }

    private List<Map.Entry<Pair, Long>> apart() {
        return documents.entrySet().stream()
                .filter(e -> !agrees(e.getKey()))
                .sorted(Comparator.comparing((Map.Entry<Pair, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(LONGEST)
                .toList();
    }
}
