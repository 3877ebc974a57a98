package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of text with a meaning of its own.
 *
 * @param start index of the first UTF-16 unit
 * @param end behind the last unit, above {@code start}
 */
public record Span(int start, int end, Style style) {

    /** What a stretch of text is. */
    public enum Style {
        CODE(0),
        STRONG(1),
        EMPHASIS(2),
        /** Source of a formula, mostly TeX. */
        FORMULA(3);

        private final int code;

        Style(int code) {
            this.code = code;
        }

        /** The number in the stored form. */
        int code() {
            return code;
        }
    }

    public Span {
        requireNonNull(style, "style");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }
}
