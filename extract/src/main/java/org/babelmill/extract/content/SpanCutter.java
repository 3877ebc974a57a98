package org.babelmill.extract.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.tree.Span;

/** Finds the styled stretches of a block's text. */
final class SpanCutter {

    private static final int MAX_SPANS = 1000;

    private final PageOutline page;

    SpanCutter(PageOutline page) {
        this.page = page;
    }

    /** The spans of a block, moved by {@code shift}. */
    List<Span> of(int block, int shift) {
        int start = page.textStart(block);
        int end = page.textEnd(block);
        int span = firstEndingAfter(start);
        if (span == page.spans() || (page.spanStart(span) >= end && page.spanEnd(span) > end)) {
            return List.of();
        }
        List<Span> result = new ArrayList<>();
        for (; span < page.spans() && result.size() < MAX_SPANS; span++) {
            if (page.spanEnd(span) > end && page.spanStart(span) >= end) {
                break;
            }
            add(span, start, end, shift, result);
        }
        result.sort(Comparator.comparingInt(Span::start).thenComparing(s -> -s.end()));
        return result;
    }

    private void add(int span, int start, int end, int shift, List<Span> result) {
        int from = Math.max(start, page.spanStart(span));
        int to = Math.min(end, page.spanEnd(span));
        char[] text = page.text();
        while (from < to && Character.isWhitespace(text[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(text[to - 1])) {
            to--;
        }
        if (from < to) {
            result.add(new Span(from - start + shift, to - start + shift, style(page.spanTag(span))));
        }
    }

    private static Span.Style style(int tag) {
        return switch (tag) {
            case Tags.CODE -> Span.Style.CODE;
            case Tags.STRONG -> Span.Style.STRONG;
            case Tags.MATH -> Span.Style.FORMULA;
            default -> Span.Style.EMPHASIS;
        };
    }

    /** Whether the block is one formula and nothing else. */
    boolean isFormula(int block) {
        int span = firstEndingAfter(page.textStart(block));
        return span < page.spans()
                && page.spanTag(span) == Tags.MATH
                && page.spanStart(span) <= page.textStart(block)
                && page.spanEnd(span) == page.textEnd(block);
    }

    private int firstEndingAfter(int position) {
        int low = 0;
        int high = page.spans();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (page.spanEnd(middle) > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
