package org.babelmill.jobs.report;

import com.ibm.icu.lang.UScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.survey.Survey.Pair;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.alarm.AlarmFlag;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;
import org.babelmill.quality.text.ScriptSet;
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
                        + " survives the filters, or the pages say that they are something else. Languages with fewer"
                        + " than " + data.alarm().minDocuments() + " documents are too small for it.");
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
                "The language in the page's HTML is a hint by its author, often a forgotten default of a template. What"
                        + " disagrees is listed, most documents first.");
        Map<Pair, Long> languages = data.survey().declared();
        agreement(section, "name the language that they got in their HTML", languages, LanguageSection::sameLanguage);
        List<Map.Entry<Pair, Long>> apart = apart(languages, LanguageSection::sameLanguage);
        if (!apart.isEmpty()) {
            DataTable said = new DataTable(
                    section,
                    "HTML language against label",
                    "HTML says",
                    "label",
                    "#documents",
                    "#of pages whose HTML says so");
            Map<String, Long> saying = totals(languages);
            apart.forEach(e -> {
                said.row(named(e.getKey().first()));
                said.text(named(e.getKey().second()));
                said.number(e.getValue())
                        .share(e.getValue(), saying.get(e.getKey().first()));
            });
        }
        scripts(section);
    }

    private void scripts(Element section) {
        section.appendElement("h3").text("Scripts");
        Map<Pair, Long> scripts = data.survey().scripts();
        agreement(section, "have most letters in a script of their label", scripts, LanguageSection::isWrittenIn);
        List<Map.Entry<Pair, Long>> apart = apart(scripts, LanguageSection::isWrittenIn);
        if (!apart.isEmpty()) {
            DataTable letters = new DataTable(
                    section,
                    "Script of the label against the script of most letters",
                    "label's script",
                    "most letters",
                    "#documents",
                    "#of the label's script");
            Map<String, Long> expected = totals(scripts);
            apart.forEach(e -> {
                letters.row(e.getKey().first());
                letters.text(e.getKey().second());
                letters.number(e.getValue())
                        .share(e.getValue(), expected.get(e.getKey().first()));
            });
        }
    }

    private static void agreement(
            Element section, String what, Map<Pair, Long> pairs, BiPredicate<String, String> agree) {
        long all = 0;
        long agreeing = 0;
        for (Map.Entry<Pair, Long> pair : pairs.entrySet()) {
            all += pair.getValue();
            agreeing += agree.test(pair.getKey().first(), pair.getKey().second()) ? pair.getValue() : 0;
        }
        section.appendElement("p")
                .text(String.format(
                        Locale.ROOT,
                        "%,d of %,d documents (%s) %s.",
                        agreeing,
                        all,
                        DataTable.percent(all == 0 ? 1 : agreeing / (double) all),
                        what));
    }

    private static String named(String label) {
        return label + " " + LanguageMarkup.name(label);
    }

    /** Whether a label's script is written with letters of another: Japanese with Kana, either Chinese with Han. */
    private static boolean isWrittenIn(String label, String letters) {
        int script = UScript.getCodeFromName(letters);
        return script != UScript.INVALID_CODE
                && ScriptSet.of(LanguageTag.parse("und_" + label)).contains(script);
    }

    private static boolean sameLanguage(String one, String other) {
        return LanguageTag.parse(one).language().equals(LanguageTag.parse(other).language());
    }

    private static Map<String, Long> totals(Map<Pair, Long> pairs) {
        return pairs.entrySet().stream()
                .collect(Collectors.groupingBy(e -> e.getKey().first(), Collectors.summingLong(Map.Entry::getValue)));
    }

    private static List<Map.Entry<Pair, Long>> apart(Map<Pair, Long> pairs, BiPredicate<String, String> agree) {
        return pairs.entrySet().stream()
                .filter(e -> !agree.test(e.getKey().first(), e.getKey().second()))
                .sorted(Comparator.comparing((Map.Entry<Pair, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(PAIRS)
                .toList();
    }
}
