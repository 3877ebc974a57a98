package org.babelmill.jobs.report;

import java.util.List;
import java.util.Locale;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.survey.Concentration.Named;
import org.babelmill.jobs.survey.Histogram;
import org.babelmill.quality.signal.Signal;
import org.jsoup.nodes.Element;

/** Where the documents come from, how long they are, and what their pages say about rights. */
final class SourceSection {

    private final ReportData data;

    SourceSection(ReportData data) {
        this.data = data;
    }

    void write(Page page) {
        sources(page);
        rights(page);
    }

    private void sources(Page page) {
        long documents = data.counts(RunStage.DOCUMENTS).get("documents");
        Element section = page.section(
                "sources",
                "Length, hosts and domains",
                String.format(
                        Locale.ROOT,
                        "Documents come from %,d hosts. A corpus in which few hosts hold much is a corpus of those hosts.",
                        data.concentration().hostCount()));
        Histogram words = data.survey().histograms().get(Signal.WORDS);
        if (words != null && words.measured() > 0) {
            Charts.key(section, false);
            Element figure = section.appendElement("figure");
            figure.appendElement("figcaption").text("Words of a document; each two bars a doubling");
            Charts.histogram(figure, "Histogram of words per document", words, List.of());
        }
        named(section, "Hosts with most documents", "host", data.concentration().hosts(), documents);
        named(section, "Top-level domains", "domain", data.concentration().domains(), documents);
    }

    private static void named(Element section, String caption, String head, List<Named> names, long documents) {
        if (names.isEmpty()) {
            section.appendElement("p").text(caption + ": none.");
            return;
        }
        DataTable table = new DataTable(
                section.appendElement("h3").text(caption).parent(),
                caption,
                head,
                "#documents",
                "#of all",
                "#kept",
                "#words kept",
                "to scale");
        long longest = names.get(0).totals().documents();
        for (Named name : names) {
            table.row(name.name()).addClass("long");
            long number = name.totals().documents();
            long kept = name.totals().kept();
            table.number(number)
                    .share(number, documents)
                    .number(kept)
                    .number(name.totals().words())
                    .bar(
                            name.name() + ": " + kept + " kept, " + (number - kept) + " removed",
                            kept,
                            number - kept,
                            longest);
        }
    }

    private void rights(Page page) {
        long documents = data.counts(RunStage.DOCUMENTS).get("documents");
        Element section = page.section(
                "rights",
                "Opt-outs and licences",
                "Signals that the run honours remove a page; these and all others are recorded with the document.");
        DataTable table = new DataTable(section, "Pages removed for their rights", "signal", "where", "#records");
        data.counts(RunStage.DOCUMENTS).below("ledger/rights/").forEach((rule, number) -> {
            table.row(rule);
            table.text("before extraction");
            table.number(number);
        });
        data.counts(RunStage.DECIDE).below("rule/rights/").forEach((rule, number) -> {
            table.row(rule);
            table.text("decision");
            table.number(number);
        });
        named(
                section,
                "Opt-out signals on documents",
                "signal",
                data.concentration().optOuts(),
                documents);
        named(
                section,
                "Licences that pages state",
                "licence",
                data.concentration().licences(),
                documents);
    }
}
