package org.babelmill.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.babelmill.jobs.survey.Figures;
import org.jsoup.nodes.Element;

/** A table with a caption and headings; it scrolls by itself where the screen is narrow. Not thread-safe. */
public final class DataTable {

    private final Element body;
    private final List<Boolean> numeric = new ArrayList<>();
    private Element row;

    /**
     * Appends a table.
     *
     * @param parent where
     * @param caption what it shows
     * @param heads column heads; one that starts with {@code #} is a column of numbers
     */
    public DataTable(Element parent, String caption, String... heads) {
        Element frame = parent.appendElement("div")
                .addClass("scroll")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", caption);
        Element table = frame.appendElement("table").addClass("sortable");
        table.appendElement("caption").text(caption);
        Element head = table.appendElement("thead").appendElement("tr");
        for (String name : heads) {
            boolean number = name.startsWith("#");
            numeric.add(number);
            Element cell = head.appendElement("th").attr("scope", "col").text(number ? name.substring(1) : name);
            if (number) {
                cell.addClass("n");
            }
        }
        body = table.appendElement("tbody");
    }

    /** Begins a row with its heading. */
    public Element row(String heading) {
        row = body.appendElement("tr");
        return row.appendElement("th").attr("scope", "row").text(Page.clean(heading));
    }

    /** The next cell: text. */
    public Element text(String text) {
        return row.appendElement("td").text(Page.clean(text));
    }

    /** The next cell: a whole number. */
    public DataTable number(long value) {
        return figure((double) value, String.format(Locale.ROOT, "%,d", value));
    }

    /** The next cell: a number. */
    public DataTable number(double value) {
        return figure(
                value, Math.abs(value) >= 1000 ? String.format(Locale.ROOT, "%,.0f", value) : Figures.plain(value));
    }

    /** The next cell: a share of a whole, or a dash where the whole is nothing. */
    public DataTable share(long part, long whole) {
        if (whole == 0) {
            row.appendElement("td").addClass("n").attr("data-v", "-1").text("–");
            return this;
        }
        double share = part / (double) whole;
        return figure(share, percent(share));
    }

    /** A share as percent. */
    static String percent(double share) {
        double percent = 100 * share;
        String format = percent != 0 && percent < 0.05 ? "%.3f %%" : "%.1f %%";
        return String.format(Locale.ROOT, format, percent);
    }

    private DataTable figure(double value, String text) {
        row.appendElement("td")
                .addClass("n")
                .attr("data-v", Figures.plain(value))
                .text(text);
        return this;
    }

    /** The next cell: a bar of two parts. */
    public DataTable bar(String label, long kept, long removed, long longest) {
        Charts.bar(row.appendElement("td").attr("data-v", Long.toString(kept + removed)), label, new long[] {
            kept, removed, longest
        });
        return this;
    }
}
