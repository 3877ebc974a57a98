package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Text with spans.
 *
 * @param text line breaks are part of the content
 * @param spans ordered by start, then longest first; they may lie inside one another but never overlap otherwise
 */
public record RichText(String text, List<Span> spans) {

    public RichText {
        requireNonNull(text, "text");
        spans = List.copyOf(spans);
    }

    /** Text without spans. */
    public static RichText of(String text) {
        return new RichText(text, List.of());
    }
}
