package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

/**
 * A formula that stands alone.
 *
 * @param source TeX where the page gives it, else the symbols in order
 */
public record Formula(String source) implements Block {

    public Formula {
        requireNonNull(source, "source");
    }
}
