package org.babelmill.jobs.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.summary.Funnel;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.survey.RuleTally;
import org.babelmill.pipeline.decision.EarlierRule;
import org.jsoup.nodes.Element;

/** What came in, what became of it, and which rule removed how much. */
final class OverviewSection {

    /** Rules that a row of the funnel names; the table below it has all. */
    private static final int FUNNEL_RULES = 8;

    private final ReportData data;
    private final Funnel funnel;

    OverviewSection(ReportData data) {
        this.data = data;
        this.funnel = new Funnel(data.counts(RunStage.DOCUMENTS), data.counts(RunStage.DECIDE));
    }

    void write(Page page) {
        Element section = page.section(
                "funnel",
                "From records to corpus",
                "What each stage of the run removed, and the rules it removed it by.");
        tiles(section.appendElement("dl").addClass("tiles"));
        Charts.key(section, false);
        stages(section);
        rules(section);
    }

    private void tiles(Element tiles) {
        long words = 0;
        long bytes = 0;
        long languages = 0;
        for (LanguageTally tally : data.survey().languages().values()) {
            words += tally.get(Count.KEPT_WORDS);
            bytes += tally.get(Count.KEPT_BYTES);
            languages += tally.get(Count.KEPT) > 0 ? 1 : 0;
        }
        tile(tiles, "records read", String.format(Locale.ROOT, "%,d", funnel.records()));
        tile(
                tiles,
                "documents",
                String.format(
                        Locale.ROOT, "%,d", data.counts(RunStage.DOCUMENTS).get("documents")));
        tile(tiles, "kept", String.format(Locale.ROOT, "%,d", funnel.kept()));
        tile(tiles, "words kept", String.format(Locale.ROOT, "%,d", words));
        tile(tiles, "bytes of text kept", String.format(Locale.ROOT, "%,d", bytes));
        tile(tiles, "languages kept", String.format(Locale.ROOT, "%,d", languages));
    }

    private static void tile(Element tiles, String name, String value) {
        Element tile = tiles.appendElement("div");
        tile.appendElement("dt").text(name);
        tile.appendElement("dd").text(value);
    }

    private void stages(Element section) {
        DataTable table = new DataTable(
                section,
                "The funnel: a record counts at the first stage that removes it",
                "stage",
                "#removed",
                "#go on",
                "#removed of what came",
                "bar",
                "rules, most frequent first");
        long before = funnel.records();
        table.row("records");
        table.number(0L)
                .number(before)
                .share(0, before)
                .bar(before + " records read", before, 0, Math.max(1, before))
                .text("");
        for (Funnel.Step step : funnel.steps()) {
            table.row(step.stage());
            String label = step.stage() + ": " + step.left() + " go on, " + step.dropped() + " removed";
            table.number(step.dropped())
                    .number(step.left())
                    .share(step.dropped(), before)
                    .bar(label, step.left(), step.dropped(), funnel.records())
                    .text(text(step.rules()))
                    .addClass("long");
            before = step.left();
        }
        table.row("kept");
        table.number(0L)
                .number(funnel.kept())
                .share(0, 1)
                .bar(funnel.kept() + " documents kept", funnel.kept(), 0, Math.max(1, funnel.records()))
                .text("");
        if (funnel.damage() > 0) {
            section.appendElement("p")
                    .addClass("alarm")
                    .text(String.format(
                            Locale.ROOT, "%,d damaged stretches of bytes are no records.", funnel.damage()));
        }
    }

    private static String text(Map<String, Long> rules) {
        String first = rules.entrySet().stream()
                .limit(FUNNEL_RULES)
                .map(rule -> String.format(Locale.ROOT, "%s %,d", rule.getKey(), rule.getValue()))
                .collect(Collectors.joining(", "));
        int more = rules.size() - FUNNEL_RULES;
        return more <= 0 ? first : first + ", and " + more + " more below";
    }

    private void rules(Element section) {
        Map<String, long[]> totals = new TreeMap<>();
        for (LanguageTally tally : data.survey().languages().values()) {
            for (Map.Entry<String, RuleTally> rule : tally.rules().entrySet()) {
                long[] sums = totals.computeIfAbsent(rule.getKey(), r -> new long[2]);
                sums[0] += rule.getValue().failed();
                sums[1] += rule.getValue().alone();
            }
        }
        data.counts(RunStage.DOCUMENTS)
                .below("ledger/")
                .forEach((rule, number) -> totals.put(rule, new long[] {number, number}));
        long records = Math.max(1, funnel.records());
        DataTable table = new DataTable(
                section.appendElement("h3").text("Rules").parent(),
                "Every rule, counted wherever it was failed; alone: no other rule was failed, so that without it the"
                        + " document would be there",
                "rule",
                "stage",
                "#failed",
                "#alone",
                "#of all records",
                "what it is for");
        totals.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue()[0], a.getValue()[0]))
                .forEach(e -> {
                    String[] name = e.getKey().split("/", 2);
                    table.row(name[1]);
                    table.text(name[0]);
                    table.number(e.getValue()[0]).number(e.getValue()[1]).share(e.getValue()[0], records);
                    String filter = data.thresholds().description(name[1]);
                    table.text(EarlierRule.of(name[0], name[1])
                                    .map(EarlierRule::description)
                                    .orElse(filter))
                            .addClass("long");
                });
    }
}
