package org.babelmill.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.babelmill.jobs.survey.Histogram;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.survey.RuleTally;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalUnit;
import org.jsoup.nodes.Element;

/** A histogram of each signal; those that rules look at first, with the threshold drawn. */
final class SignalSection {

    private final ReportData data;

    SignalSection(ReportData data) {
        this.data = data;
    }

    void write(Page page) {
        Element section = page.section(
                "signals",
                "Signals and thresholds",
                "How the values of each signal are distributed, for kept and removed documents on top of each other;"
                        + " heights grow with the square root of the number, so that tails can be seen. The"
                        + " share below a chart is that of the documents which fail the rule, each held against the"
                        + " threshold of its own language. Filter plan: "
                        + data.thresholds().plan() + ".");
        Charts.key(section, true);
        Element ruled = section.appendElement("div").addClass("charts");
        Element others = section.appendElement("details");
        others.appendElement("summary").text("Signals that no rule of this plan looks at");
        Element rest = others.appendElement("div").addClass("charts");
        data.survey().histograms().forEach((signal, histogram) -> {
            if (histogram.measured() > 0) {
                List<FilterRule> rules = data.thresholds().rules(signal);
                chart(rules.isEmpty() ? rest : ruled, signal, histogram, rules);
            }
        });
    }

    private void chart(Element parent, Signal signal, Histogram histogram, List<FilterRule> rules) {
        Element figure = parent.appendElement("figure").attr("id", "signal-" + signal.column());
        List<Charts.Line> lines = new ArrayList<>();
        StringBuilder label = new StringBuilder("Histogram of ").append(signal.column());
        Element caption = figure.appendElement("figcaption");
        caption.appendElement("code").text(signal.column());
        caption.appendText(" (" + unit(signal) + ")");
        caption.appendElement("p").text(signal.description());
        for (FilterRule rule : rules) {
            ThresholdSpan span = span(rule);
            if (!span.isEmpty()) {
                span.line().ifPresent(lines::add);
                String text = sentence(rule, span);
                caption.appendElement("p").text(text);
                label.append(". ").append(text);
            }
        }
        if (histogram.missing() > 0) {
            caption.appendElement("p")
                    .text(String.format(
                            Locale.ROOT,
                            "%,d of %,d documents have no value.",
                            histogram.missing(),
                            histogram.missing() + histogram.measured()));
        }
        Charts.histogram(figure, label.toString(), histogram, lines);
    }

    private static String unit(Signal signal) {
        return signal.unit() == SignalUnit.COUNT || signal.unit() == SignalUnit.CHARACTERS
                ? signal.unit().label() + ", each two bars a doubling"
                : signal.unit().label();
    }

    private ThresholdSpan span(FilterRule rule) {
        ThresholdSpan span = new ThresholdSpan(rule);
        data.thresholds().of(rule.name()).forEach((label, threshold) -> {
            LanguageTally language = data.survey().languages().get(label);
            span.add(threshold, language == null ? 0 : language.get(Count.DOCUMENTS));
        });
        return span;
    }

    private String sentence(FilterRule rule, ThresholdSpan span) {
        long tried = 0;
        long failed = 0;
        for (Map.Entry<String, LanguageTally> language :
                data.survey().languages().entrySet()) {
            if (data.thresholds().of(rule.name()).containsKey(language.getKey())) {
                tried += language.getValue().get(Count.DOCUMENTS);
                RuleTally tally = language.getValue().rules().get(rule.stage().label() + "/" + rule.name());
                failed += tally == null ? 0 : tally.failed();
            }
        }
        double share = tried == 0 ? 0 : failed / (double) tried;
        return String.format(
                Locale.ROOT,
                "%s drops %s %s: %s fail (%,d), %s pass",
                rule.name(),
                rule.drop().symbol(),
                span.text(),
                DataTable.percent(share),
                failed,
                DataTable.percent(1 - share));
    }
}
