package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.extract.tree.Block;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.PlainText;
import org.babelmill.extract.tree.TreeCodec;
import org.babelmill.jobs.inspect.DocumentFinder;
import org.babelmill.jobs.inspect.DocumentFinder.Hit;
import org.babelmill.jobs.inspect.Explainer;
import org.babelmill.jobs.inspect.Explanation;
import org.babelmill.jobs.inspect.RuleCheck;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.inspect.TableRow;
import org.babelmill.jobs.inspect.Twins;
import org.babelmill.jobs.report.DataTable;
import org.babelmill.jobs.report.LanguageMarkup;
import org.babelmill.jobs.report.Page;
import org.babelmill.jobs.survey.Excerpt;
import org.babelmill.jobs.survey.Figures;
import org.jsoup.nodes.Element;

/** One document: its way, every rule, its text, its blocks and its duplicates. */
final class DocumentPage {

    private static final int TEXT = 100_000;
    private static final int BLOCKS = 500;

    private final RunView run;

    DocumentPage(RunView run) {
        this.run = run;
    }

    /** The page; empty when there is no such document. */
    Optional<String> html(Question question) throws IOException {
        List<Hit> hits = new DocumentFinder(run).documents(question.text("id"));
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Hit hit = hits.get(0);
        Explanation explanation = new Explainer(run).explain(hit);
        TableRow content = Twins.content(run, hit);
        String language = language(explanation);
        Page page = Page.served("Document " + hit.id());
        page.line(explanation.outcome());
        page.link("./", "Documents");
        page.link("what-if", "What if");
        page.link("report", "Report");
        way(page, explanation);
        rules(page, explanation.rules());
        text(page, content, language);
        twins(page, hit, question.text("twin"), content.text("text"));
        return Optional.of(page.html());
    }

    private static String language(Explanation explanation) {
        return explanation.steps().stream()
                .filter(s -> s.name().equals("language"))
                .map(s -> s.facts().get("label"))
                .findFirst()
                .orElse("zxx_Zxxx");
    }

    private static void way(Page page, Explanation explanation) {
        Element section =
                page.section("way", "The way of the document", "Step by step, from the archive to the shard.");
        section.addClass("story");
        for (Explanation.Step step : explanation.steps()) {
            section.appendElement("h3").text(step.name());
            Element list = section.appendElement("dl");
            for (Map.Entry<String, String> fact : step.facts().entrySet()) {
                list.appendElement("dt").text(fact.getKey());
                list.appendElement("dd").attr("dir", "auto").text(Page.clean(fact.getValue()));
            }
        }
    }

    private static void rules(Page page, List<RuleCheck> rules) {
        Element section = page.section(
                "rules", "Quality rules", "Every rule for the document's language, with its value and threshold.");
        DataTable table = new DataTable(
                section, "Rules", "rule", "outcome", "signal", "#value", "drops", "#threshold", "what it is for");
        for (RuleCheck rule : rules) {
            table.row(rule.rule());
            Element outcome = table.text(rule.failed() ? "failed" : "passed");
            if (rule.failed()) {
                outcome.addClass("alarm");
            }
            table.text(rule.signal());
            table.text(rule.value() == null ? "–" : Figures.plain(rule.value())).addClass("n");
            table.text(rule.drops());
            table.number(rule.threshold());
            table.text(rule.description()).addClass("long");
        }
    }

    private static void text(Page page, TableRow content, String language) {
        Element section =
                page.section("text", "Text", "As it was extracted; what is published has personal data masked.");
        LanguageMarkup.mark(
                section.appendElement("div")
                        .addClass("body")
                        .attr("tabindex", "0")
                        .appendText(Page.clean(Excerpt.start(content.text("text"), TEXT))),
                language);
        if (content.get("blocks") == null) {
            return;
        }
        DocumentTree tree = TreeCodec.decode((byte[]) content.get("blocks"));
        Element details = section.appendElement("details");
        details.appendElement("summary").text(tree.blocks().size() + " blocks");
        DataTable table = new DataTable(details, "Blocks in their order", "kind", "text");
        for (Block block :
                tree.blocks().subList(0, Math.min(BLOCKS, tree.blocks().size()))) {
            table.row(block.getClass().getSimpleName());
            String shown = PlainText.render(new DocumentTree("", List.of(block)));
            LanguageMarkup.mark(table.text(Excerpt.start(shown, 2000)).addClass("long"), language);
        }
    }

    private void twins(Page page, Hit hit, String chosen, String text) throws IOException {
        List<Twins.Twin> twins = new Twins(run).of(hit);
        if (twins.isEmpty()) {
            return;
        }
        Element section = page.section(
                "twins", "Duplicates", "Other members of its cluster; choose one to see where it differs.");
        DataTable table =
                new DataTable(section, "Members", "document", "outcome", "linked by", "#similarity to survivor");
        for (Twins.Twin twin : twins) {
            Element heading = table.row("");
            heading.appendElement("a")
                    .attr(
                            "href",
                            "document?id=" + Question.encoded(hit.id()) + "&twin="
                                    + Question.encoded(twin.hit().id()) + "#twins")
                    .text(twin.hit().id());
            table.text(twin.keep() ? "stays" : "goes");
            table.text(twin.link());
            table.number(twin.similarity());
        }
        for (Twins.Twin twin : twins) {
            if (twin.hit().id().equals(chosen)) {
                difference(section, text, Twins.content(run, twin.hit()).text("text"));
            }
        }
    }

    private static void difference(Element section, String left, String right) {
        section.appendElement("h3").text("Difference");
        section.appendElement("p")
                .text("Only here: orange. Only in the other: blue. The first " + WordDifference.LIMIT
                        + " words are compared.");
        Element body = section.appendElement("div")
                .addClass("body")
                .attr("dir", "auto")
                .attr("tabindex", "0");
        for (WordDifference.Stretch stretch : WordDifference.of(left, right)) {
            String shown = Page.clean(stretch.text());
            switch (stretch.kind()) {
                case SAME -> body.appendText(shown);
                case LEFT -> body.appendElement("del").text(shown);
                case RIGHT -> body.appendElement("ins").text(shown);
            }
            body.appendText(" ");
        }
    }
}
