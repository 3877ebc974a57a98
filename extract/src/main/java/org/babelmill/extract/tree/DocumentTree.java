package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A document as a tree.
 *
 * @param title the page's title, empty when it has none
 * @param blocks in reading order
 */
public record DocumentTree(String title, List<Block> blocks) {

    public DocumentTree {
        requireNonNull(title, "title");
        blocks = List.copyOf(blocks);
    }
}
