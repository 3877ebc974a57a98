package org.babelmill.jobs.report;

import java.util.Map;
import org.babelmill.jobs.survey.Excerpt;
import org.babelmill.jobs.survey.Pick;
import org.jsoup.nodes.Element;

/** The beginning of a document, in its own script and direction, with the reason it is shown. */
final class SampleCard {

    private SampleCard() {}

    /** Appends a card; nothing when the document's text was not read, or may not be shown. */
    static void write(Element parent, Pick pick, Map<String, Excerpt> excerpts, boolean stays) {
        Excerpt excerpt = excerpts.get(pick.id());
        if (excerpt == null) {
            return;
        }
        Element card = parent.appendElement("article");
        if (stays) {
            card.addClass("stays");
        }
        fill(card, (stays ? "kept" : "removed") + ", " + excerpt.language(), pick, excerpt);
    }

    /** Appends a card that does not say whether the document stays. */
    static void excerpt(Element parent, Pick pick, Map<String, Excerpt> excerpts) {
        Excerpt excerpt = excerpts.get(pick.id());
        if (excerpt != null) {
            fill(parent.appendElement("article").addClass("stays"), excerpt.language(), pick, excerpt);
        }
    }

    private static void fill(Element card, String head, Pick pick, Excerpt excerpt) {
        String note = pick.note().isEmpty() ? "" : ": " + Page.clean(pick.note());
        card.appendElement("p").addClass("why").text(head + note);
        if (!excerpt.title().isBlank()) {
            LanguageMarkup.mark(
                    card.appendElement("p").addClass("title").text(Page.clean(excerpt.title())), excerpt.language());
        }
        Element where = card.appendElement("p").addClass("where");
        where.appendText(Page.clean(excerpt.url()) + " ");
        where.appendElement("code").text(excerpt.id());
        LanguageMarkup.mark(
                card.appendElement("p").addClass("text").appendText(Page.clean(excerpt.text())), excerpt.language());
    }
}
