package org.babelmill.extract.page;

import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.Element;

/** Row and column spans of table cells, packed into one number. */
public final class CellSpans {

    /** Larger spans are taken as this; HTML's own limit for columns. */
    private static final int MAX = 1000;

    private CellSpans() {}

    static int of(Element cell) {
        return cell.attributesSize() == 0 ? pack(1, 1) : pack(span(cell.attr("rowspan")), span(cell.attr("colspan")));
    }

    private static int pack(int rows, int columns) {
        return (rows << 16) | columns;
    }

    private static int span(String value) {
        int result = 0;
        for (int i = 0; i < value.length() && Ascii.isDigit(value.charAt(i)) && result <= MAX; i++) {
            result = result * 10 + value.charAt(i) - '0';
        }
        return Math.max(1, Math.min(MAX, result));
    }

    /** Rows the cell spans, 1 to 1,000. */
    public static int rows(int packed) {
        return Math.max(1, packed >>> 16);
    }

    /** Columns the cell spans, 1 to 1,000. */
    public static int columns(int packed) {
        return Math.max(1, packed & 0xFFFF);
    }
}
