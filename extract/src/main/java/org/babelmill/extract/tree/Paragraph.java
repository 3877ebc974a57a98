package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

/** Running text. */
public record Paragraph(RichText text) implements Block {

    public Paragraph {
        requireNonNull(text, "text");
    }
}
