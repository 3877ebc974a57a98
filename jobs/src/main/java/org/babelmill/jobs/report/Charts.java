package org.babelmill.jobs.report;

import java.util.ArrayList;
import java.util.List;
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
    private static final int LEAST_BINS = 16;
    private static final int TICKS = 4;

    private Charts() {}

    /**
     * Where a threshold lies over all languages.
     *
     * @param low lowest
     * @param middle that of the document in the middle, when all are sorted by the threshold of their language
     * @param high highest; all three are equal where all languages have one
     */
    record Line(double low, double middle, double high) {}

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
            item.appendText("threshold of most documents (shaded: from the lowest to the highest of the languages)");
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

    /**
     * A histogram with its thresholds; one mark for each part of a bin that is not empty. Heights grow with the square
     * root of the number, so that the few documents beyond a threshold can be seen beside the many before it.
     */
    static void histogram(Element parent, String label, Histogram histogram, Iterable<Line> lines) {
        Element svg = svg(parent, WIDTH, HEIGHT, label);
        Span span = Span.of(histogram, lines);
        double step = WIDTH / (double) span.bins();
        for (int bin = span.first(); bin < span.end(); bin++) {
            long all = histogram.kept(bin) + histogram.removed(bin);
            if (all > 0) {
                double height = PLOT * Math.sqrt(all / (double) histogram.highest());
                double kept = height * histogram.kept(bin) / all;
                double x = (bin - span.first()) * step;
                if (histogram.kept(bin) > 0) {
                    rect(svg, "kept", x, PLOT - kept, step - 1, kept);
                }
                if (histogram.removed(bin) > 0) {
                    rect(svg, "removed", x, PLOT - height, step - 1, height - kept);
                }
            }
        }
        for (Line line : lines) {
            double low = WIDTH * span.share(line.low());
            double high = WIDTH * span.share(line.high());
            if (high > low) {
                rect(svg, "band", low, 0, high - low, PLOT);
            }
            vertical(svg, "threshold", WIDTH * span.share(line.middle()), PLOT);
        }
        axis(svg, span);
    }

    /**
     * The part of a scale that a chart shows: all of it where it has an end, else from the lowest to the highest value
     * or threshold.
     */
    private record Span(Scale scale, int first, int end) {

        static Span of(Histogram histogram, Iterable<Line> lines) {
            Scale scale = histogram.scale();
            if (scale != Scale.DOUBLING) {
                return new Span(scale, 0, scale.bins());
            }
            int first = scale.bins();
            int last = 0;
            for (int bin = 0; bin < scale.bins(); bin++) {
                if (histogram.kept(bin) + histogram.removed(bin) > 0) {
                    first = Math.min(first, bin);
                    last = bin;
                }
            }
            for (Line line : lines) {
                first = Math.min(first, scale.bin(line.low()));
                last = Math.max(last, scale.bin(line.high()));
            }
            int from = Math.max(0, Math.min(first, scale.bins() - LEAST_BINS));
            return new Span(scale, from, Math.max(last + 1, from + LEAST_BINS));
        }

        int bins() {
            return end - first;
        }

        /** Bins whose lower edge is written below the chart: round numbers. */
        List<Integer> ticks() {
            if (scale == Scale.FLAG) {
                return List.of(0, 1);
            }
            int step = Math.max(1, bins() / TICKS);
            if (scale == Scale.DOUBLING) {
                // Only every second edge, from 1 on, is a whole number.
                step += step % 2;
            }
            List<Integer> ticks = new ArrayList<>();
            int odd = scale == Scale.DOUBLING && first % 2 == 0 ? 1 : 0;
            for (int bin = first + odd; bin <= end; bin += step) {
                ticks.add(bin);
            }
            return ticks;
        }

        /** Where a value lies between the chart's left and right edge, 0 to 1. */
        double share(double value) {
            double position = scale.share(value) * scale.bins() - first;
            return Math.max(0, Math.min(1, position / bins()));
        }
    }

    private static void axis(Element svg, Span span) {
        svg.appendElement("line")
                .addClass("axis")
                .attr("x1", "0")
                .attr("x2", Integer.toString(WIDTH))
                .attr("y1", Integer.toString(PLOT))
                .attr("y2", Integer.toString(PLOT));
        for (int bin : span.ticks()) {
            // A flag's two bars have their names in the middle, other bars have numbers at their edges.
            double at = (bin - span.first() + (span.scale() == Scale.FLAG ? 0.5 : 0)) / span.bins();
            svg.appendElement("text")
                    .attr("x", at(WIDTH * at))
                    .attr("y", Integer.toString(HEIGHT - 6))
                    .attr("text-anchor", at == 0 ? "start" : at == 1 ? "end" : "middle")
                    .text(tick(span.scale().edge(bin)));
        }
    }

    private static String tick(double value) {
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.1fM", value / 1e6);
        }
        return value >= 1000 ? String.format(Locale.ROOT, "%.1fk", value / 1000) : Figures.plain(round(value));
    }

    private static double round(double value) {
        return value >= 10 ? Math.rint(value) : Math.rint(value * 100) / 100;
    }
}
