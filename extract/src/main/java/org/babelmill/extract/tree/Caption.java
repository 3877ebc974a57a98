package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

/** What is written below a figure or above a table. */
public record Caption(RichText text) implements Block {

    public Caption {
        requireNonNull(text, "text");
    }
}
