package org.babelmill.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.survey.Survey.Pair;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.alarm.AlarmFlag;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;
import org.jsoup.nodes.Element;

/** Languages, the alarm on them, and where labels disagree with what pages say. */
final class LanguageSection {

    private static final int PAIRS = 60;

    private final ReportData data;

    LanguageSection(ReportData data) {
        this.data = data;
    }

    void write(Page page) {
        Element section = page.section(
                "languages",
                "Languages",
                "Documents, words and bytes of each language. An alarm marks labels that are probably wrong: little"
                        + " survives the filters, or the pages say that they are something else.");
        Charts.key(section, false);
        languages(section);
        confusion(page);
    }

    private void languages(Element section) {
        Map<String, Verdict> verdicts =
                data.verdicts().stream().collect(Collectors.toMap(v -> v.tag().toString(), v -> v));
        long longest = data.survey().languages().values().stream()
                .mapToLong(t -> t.get(Count.DOCUMENTS))
                .max()
                .orElse(1);
        DataTable table = new DataTable(
                section,
                "Languages by documents",
                "label",
                "language",
                "alarm",
                "#documents",
                "#kept",
                "#kept share",
                "#words kept",
                "#bytes kept",
                "#HTML disagrees",
                "to scale");
        data.survey().languages().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, LanguageTally> e) ->
                                -e.getValue().get(Count.DOCUMENTS))
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> row(table, e.getKey(), e.getValue(), longest, verdicts.get(e.getKey())));
    }

    private static void row(DataTable table, String label, LanguageTally tally, long longest, Verdict verdict) {
        long documents = tally.get(Count.DOCUMENTS);
        long kept = tally.get(Count.KEPT);
        table.row(label);
        table.text(LanguageMarkup.name(label));
        alarm(table.text(""), verdict);
        table.number(documents)
                .number(kept)
                .share(kept, documents)
                .number(tally.get(Count.KEPT_WORDS))
                .number(tally.get(Count.KEPT_BYTES))
                .share(tally.get(Count.CONTRADICTED), tally.get(Count.DECLARED))
                .bar(
                        label + ": " + kept + " kept, " + (documents - kept) + " removed",
                        kept,
                        documents - kept,
                        longest);
    }

    private static void alarm(Element alarm, Verdict verdict) {
        if (verdict != null && !verdict.flags().isEmpty()) {
            alarm.addClass("long").text(sentence(verdict));
            if (verdict.held()) {
                alarm.addClass("alarm");
            }
        }
    }

    private static String sentence(Verdict verdict) {
        String flags = verdict.flags().stream()
                .map((AlarmFlag f) -> f.sign() + " " + DataTable.percent(f.value()) + " "
                        + f.comparison().symbol() + " " + DataTable.percent(f.limit()))
                .collect(Collectors.joining("; "));
        return (verdict.held() ? "Do not publish unseen: " : "Look at: ") + flags;
    }

    private void confusion(Page page) {
        Element section = page.section(
                "confusion",
                "Do labels and pages agree?",
                "The language in the page's HTML is a hint by its author, often a forgotten default of a template. Pairs"
                        + " that disagree most often come first.");
        DataTable languages = new DataTable(
                section,
                "HTML language against label",
                "HTML says",
                "label",
                "#documents",
                "#of pages whose HTML says so",
                "agree");
        Map<String, Long> said = totals(data.survey().declared());
        sorted(data.survey().declared(), (a, b) -> sameLanguage(a, b)).forEach(e -> {
            languages.row(
                    e.getKey().first() + " " + LanguageMarkup.name(e.getKey().first()));
            languages.text(
                    e.getKey().second() + " " + LanguageMarkup.name(e.getKey().second()));
            languages
                    .number(e.getValue())
                    .share(e.getValue(), said.get(e.getKey().first()));
            languages.text(sameLanguage(e.getKey().first(), e.getKey().second()) ? "yes" : "no");
        });
        DataTable scripts = new DataTable(
                section.appendElement("h3").text("Scripts").parent(),
                "Script of the label against the script of most letters",
                "label's script",
                "most letters",
                "#documents",
                "#of the label's script");
        Map<String, Long> expected = totals(data.survey().scripts());
        sorted(data.survey().scripts(), String::equals).forEach(e -> {
            scripts.row(e.getKey().first());
            scripts.text(e.getKey().second());
            scripts.number(e.getValue())
                    .share(e.getValue(), expected.get(e.getKey().first()));
        });
    }

    private static boolean sameLanguage(String one, String other) {
        return LanguageTag.parse(one).language().equals(LanguageTag.parse(other).language());
    }

    private static Map<String, Long> totals(Map<Pair, Long> pairs) {
        return pairs.entrySet().stream()
                .collect(Collectors.groupingBy(e -> e.getKey().first(), Collectors.summingLong(Map.Entry::getValue)));
    }

    private static List<Map.Entry<Pair, Long>> sorted(
            Map<Pair, Long> pairs, java.util.function.BiPredicate<String, String> agree) {
        return pairs.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Pair, Long> e) ->
                                agree.test(e.getKey().first(), e.getKey().second()))
                        .thenComparing(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(PAIRS)
                .toList();
    }
}
