package org.babelmill.jobs.report;

import com.ibm.icu.lang.UScript;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.alarm.AlarmFlag;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;
import org.babelmill.quality.text.ScriptSet;
import org.jsoup.nodes.Element;

/** Languages, the alarm on them, and where labels disagree with what pages say. */
final class LanguageSection {

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
        new PairSection(data.survey().declared(), LanguageSection::sameLanguage, LanguageSection::named)
                .write(
                        section,
                        "name the language that they got in their HTML",
                        "HTML language against label",
                        "HTML says",
                        "label",
                        "#documents",
                        "#of pages whose HTML says so");
        section.appendElement("h3").text("Scripts");
        new PairSection(data.survey().scripts(), LanguageSection::isWrittenIn, script -> script)
                .write(
                        section,
                        "have most letters in a script of their label",
                        "Script of the label against the script of most letters",
                        "label's script",
                        "most letters",
                        "#documents",
                        "#of the label's script");
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
}
