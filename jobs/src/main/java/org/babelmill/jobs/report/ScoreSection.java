package org.babelmill.jobs.report;

import java.util.List;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.jobs.survey.ScoreTally;
import org.babelmill.quality.signal.Signal;
import org.jsoup.nodes.Element;

/** Each score by tenths of the documents, with a document from each tenth. */
final class ScoreSection {

    private final ReportData data;

    ScoreSection(ReportData data) {
        this.data = data;
    }

    void write(Page page) {
        Element section = page.section(
                "scores",
                "Scores by decile",
                "A tenth of the documents in each row, from the lowest score; fewer rows where many documents have the"
                        + " same score.");
        data.survey().scores().forEach((signal, tally) -> score(section, signal, tally));
    }

    private void score(Element section, Signal signal, ScoreTally tally) {
        List<ScoreTally.Decile> deciles = tally.deciles();
        section.appendElement("h3").text(signal.column());
        section.appendElement("p").text(signal.description());
        DataTable table = new DataTable(
                section, signal.column() + " by decile", "decile", "#from", "#below", "#documents", "#kept share");
        Element details = section.appendElement("details");
        details.appendElement("summary").text("A document from each decile of " + signal.column());
        Element samples = details.appendElement("div").addClass("samples");
        for (int i = 0; i < deciles.size(); i++) {
            ScoreTally.Decile decile = deciles.get(i);
            table.row(Integer.toString(i + 1));
            table.number(decile.from())
                    .number(decile.to())
                    .number(decile.documents())
                    .share(decile.kept(), decile.documents());
            Element card = samples.appendElement("div");
            card.appendElement("p")
                    .text("Decile " + (i + 1) + ", " + Figures.plain(decile.from()) + " to "
                            + Figures.plain(decile.to()));
            SampleCard.excerpt(card, decile.pick(), data.excerpts());
        }
    }
}
