package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

/**
 * A heading.
 *
 * @param level 1 (highest) to 6
 */
public record Heading(int level, RichText text) implements Block {

    public Heading {
        requireNonNull(text, "text");
        if (level < 1 || level > 6) {
            throw new IllegalArgumentException("no heading level: " + level);
        }
    }
}
