package org.babelmill.jobs.report;

import java.util.Locale;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.jobs.survey.Histogram;
import org.babelmill.jobs.survey.Scale;
import org.jsoup.nodes.Element;

/** Charts as SVG elements, each with a text alternative. */
final class Charts {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 110;
    private static final int PLOT = 90;

    private Charts() {}

    /**
     * The span in which a threshold lies over all languages.
     *
     * @param low lowest
     * @param high highest; equal to {@code low} where all languages have one
     */
    record Line(double low, double high) {}

    private static Element svg(Element parent, int width, int height, String label) {
        Element svg = parent.appendElement("svg")
                .attr("viewBox", "0 0 " + width + " " + height)
                .attr("role", "img")
                .attr("aria-label", label);
        svg.appendElement("title").text(label);
        return svg;
    }

    private static Element rect(Element svg, String kind, double x, double y, double width, double height) {
        return svg.appendElement("rect")
                .addClass(kind)
                .attr("x", at(x))
                .attr("y", at(y))
                .attr("width", at(width))
                .attr("height", at(height));
    }

    private static String at(double value) {
        return Figures.plain(Math.round(value * 100) / 100.0);
    }

    /** A bar of a kept and a removed part, in proportion to the longest. */
    static void bar(Element parent, String label, long[] keptRemovedLongest) {
        Element svg = svg(parent, 200, 16, label).addClass("meter").attr("preserveAspectRatio", "none");
        double longest = Math.max(1, keptRemovedLongest[2]);
        double kept = 200 * keptRemovedLongest[0] / longest;
        double removed = 200 * keptRemovedLongest[1] / longest;
        rect(svg, "track", 0, 0, 200, 16);
        rect(svg, "kept", 0, 0, kept, 16);
        rect(svg, "removed", kept, 0, removed, 16);
    }

    /** What the colours mean. */
    static void key(Element parent, boolean threshold) {
        Element list = parent.appendElement("ul").addClass("key");
        entry(list, "kept", "kept");
        entry(list, "removed", "removed");
        if (threshold) {
            Element item = list.appendElement("li");
            Element svg = item.appendElement("svg").attr("viewBox", "0 0 10 10").attr("aria-hidden", "true");
            vertical(svg, "threshold", 5, 10);
            item.appendText("threshold (shaded: from the lowest to the highest of the languages)");
        }
    }

    private static void entry(Element list, String kind, String text) {
        Element item = list.appendElement("li");
        Element svg = item.appendElement("svg").attr("viewBox", "0 0 10 10").attr("aria-hidden", "true");
        rect(svg, kind, 0, 0, 10, 10);
        item.appendText(text);
    }

    private static void vertical(Element svg, String kind, double x, double to) {
        svg.appendElement("line")
                .addClass(kind)
                .attr("x1", at(x))
                .attr("x2", at(x))
                .attr("y1", "0")
                .attr("y2", at(to));
    }

    /** A histogram with its thresholds; one mark for each part of a bin that is not empty. */
    static void histogram(Element parent, String label, Histogram histogram, Iterable<Line> lines) {
        Element svg = svg(parent, WIDTH, HEIGHT, label);
        Scale scale = histogram.scale();
        double step = WIDTH / (double) scale.bins();
        double highest = Math.max(1, histogram.highest());
        for (int bin = 0; bin < scale.bins(); bin++) {
            double kept = PLOT * histogram.kept(bin) / highest;
            double removed = PLOT * histogram.removed(bin) / highest;
            if (kept > 0) {
                rect(svg, "kept", bin * step, PLOT - kept, step - 1, kept);
            }
            if (removed > 0) {
                rect(svg, "removed", bin * step, PLOT - kept - removed, step - 1, removed);
            }
        }
        for (Line line : lines) {
            double low = WIDTH * scale.share(line.low());
            double high = WIDTH * scale.share(line.high());
            if (high > low) {
                rect(svg, "band", low, 0, high - low, PLOT);
            }
            vertical(svg, "threshold", low, PLOT);
        }
        axis(svg, scale);
    }

    private static void axis(Element svg, Scale scale) {
        svg.appendElement("line")
                .addClass("axis")
                .attr("x1", "0")
                .attr("x2", Integer.toString(WIDTH))
                .attr("y1", Integer.toString(PLOT))
                .attr("y2", Integer.toString(PLOT));
        for (int i = 0; i <= 4; i++) {
            int bin = scale.bins() * i / 4;
            svg.appendElement("text")
                    .attr("x", at(WIDTH * i / 4.0))
                    .attr("y", Integer.toString(HEIGHT - 6))
                    .attr("text-anchor", i == 0 ? "start" : i == 4 ? "end" : "middle")
                    .text(tick(scale.edge(bin)));
        }
    }

    private static String tick(double value) {
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.1fM", value / 1e6);
        }
        return value >= 1000 ? String.format(Locale.ROOT, "%.1fk", value / 1000) : Figures.plain(round(value));
    }

    private static double round(double value) {
        return value >= 10 ? Math.rint(value) : value;
    }
}
