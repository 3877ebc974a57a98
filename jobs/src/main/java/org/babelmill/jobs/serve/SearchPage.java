package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.report.DataTable;
import org.babelmill.jobs.report.LanguageMarkup;
import org.babelmill.jobs.report.Page;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.serve.DocumentSearch.Found;
import org.babelmill.quality.signal.Signal;
import org.jsoup.nodes.Element;

/** The first page: a form with filters, and the documents that match. */
final class SearchPage {

    private final RunView run;

    SearchPage(RunView run) {
        this.run = run;
    }

    String html(Question question) throws IOException {
        Page page = Page.served("Documents of " + run.directory().root().getName());
        page.link("./", "Documents");
        page.link("what-if", "What if");
        page.link("report", "Report");
        Element section = page.section(
                "search",
                "Find documents",
                "By id, address, host, or part of an address. Fifty a page, in the order of the archives.");
        form(section, question);
        SearchFilter filter = SearchFilter.of(question);
        DocumentSearch.Result result = new DocumentSearch(run).find(filter);
        if (result.named()) {
            widen(section, question);
        }
        results(section, result, filter.before());
        pages(section, question, result, filter.before());
        return page.html();
    }

    private void form(Element section, Question question) throws IOException {
        Element form = section.appendElement("form").attr("method", "get").attr("action", "./");
        input(form, "q", "id, address or words", question.text("q"));
        Element inside = form.appendElement("label").addClass("check");
        Element box = inside.appendElement("input")
                .attr("type", "checkbox")
                .attr("name", "text")
                .attr("value", "1");
        if (!question.text("text").isEmpty()) {
            box.attr("checked", "");
        }
        inside.appendText("search texts too (slow)");
        Counts decided = run.directory()
                .stage(RunStage.DECIDE)
                .map(s -> Counts.of(s.counts()))
                .orElse(new Counts());
        select(form, "language", "language", question.text("language"), languages(decided));
        select(form, "rule", "failed rule", question.text("rule"), rules(decided));
        select(form, "outcome", "outcome", question.text("outcome"), List.of("kept", "removed"));
        select(
                form,
                "score",
                "score",
                question.text("score"),
                SearchFilter.SCORES.stream().map(Signal::column).toList());
        input(form, "from", "from", question.text("from"));
        input(form, "to", "to", question.text("to"));
        form.appendElement("button").attr("type", "submit").text("Find");
    }

    /** Words that are somebody's name were not looked for in other addresses; that can be asked for. */
    private static void widen(Element section, Question question) {
        Element note = section.appendElement("p").attr("role", "status");
        note.appendText("What bears this name. ");
        note.appendElement("a")
                .attr(
                        "href",
                        question.without(SearchFilter.BEFORE)
                                .with("inside", "1")
                                .address())
                .text("Search inside all addresses");
    }

    private static void pages(Element section, Question question, DocumentSearch.Result result, int before) {
        Element links = section.appendElement("p");
        if (before > 0) {
            page(links, question, Math.max(0, before - DocumentSearch.LIMIT), "Previous " + DocumentSearch.LIMIT);
            links.appendText(" ");
        }
        int next = before + DocumentSearch.LIMIT;
        if (result.more() && next <= SearchFilter.FARTHEST) {
            page(links, question, next, "Next " + DocumentSearch.LIMIT);
        } else if (result.more()) {
            links.appendText("There are more; narrow the search.");
        }
    }

    private static void page(Element links, Question question, int before, String text) {
        links.appendElement("a")
                .attr(
                        "href",
                        question.with(SearchFilter.BEFORE, Integer.toString(before))
                                .address())
                .text(text);
    }

    private static Set<String> languages(Counts decided) {
        Set<String> labels = new TreeSet<>();
        decided.below("outcome/").keySet().forEach(k -> labels.add(k.substring(k.indexOf('/') + 1)));
        return labels;
    }

    private static Set<String> rules(Counts decided) {
        Set<String> rules = new TreeSet<>();
        decided.below("rule/").keySet().forEach(k -> rules.add(k.substring(k.indexOf('/') + 1)));
        return rules;
    }

    private static void input(Element form, String name, String label, String value) {
        Element field = form.appendElement("label");
        field.appendText(label);
        field.appendElement("input").attr("name", name).attr("value", Page.clean(value));
    }

    private static void select(Element form, String name, String label, String chosen, Iterable<String> options) {
        Element field = form.appendElement("label");
        field.appendText(label);
        Element select = field.appendElement("select").attr("name", name);
        select.appendElement("option").attr("value", "").text("any");
        for (String option : options) {
            Element element =
                    select.appendElement("option").attr("value", option).text(option);
            if (option.equals(chosen)) {
                element.attr("selected", "");
            }
        }
    }

    private static String caption(DocumentSearch.Result result, int before) {
        int last = before + result.documents().size();
        if (before == 0 && !result.more()) {
            return last == 1 ? "1 document" : last + " documents";
        }
        return "Documents " + (before + 1) + " to " + last + (result.more() ? "; there are more" : ", the last");
    }

    private static void results(Element section, DocumentSearch.Result result, int before) {
        List<Found> found = result.documents();
        if (found.isEmpty()) {
            section.appendElement("p").attr("role", "status").text("No document matches.");
            return;
        }
        DataTable table =
                new DataTable(section, caption(result, before), "document and address", "language", "outcome");
        for (Found document : found) {
            Element heading = table.row("");
            String title = document.title().isBlank() ? document.id() : document.title();
            LanguageMarkup.mark(
                    heading.addClass("long")
                            .appendElement("a")
                            .attr("href", "document?id=" + Question.encoded(document.id()))
                            .text(Page.clean(title)),
                    document.language());
            heading.appendElement("span").addClass("under").text(document.url());
            table.text(document.language());
            table.text(document.keep() ? "kept" : "removed: " + document.why());
        }
    }
}
