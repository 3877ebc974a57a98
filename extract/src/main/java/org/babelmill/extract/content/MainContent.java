package org.babelmill.extract.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.babelmill.extract.tree.Block;

/**
 * The main content of a page.
 *
 * @param blocks in reading order
 * @param type what kind of page it is
 * @param confidence how far independent ways of finding the content agree on it, 0 to 1
 */
public record MainContent(List<Block> blocks, PageType type, double confidence) {

    public MainContent {
        blocks = List.copyOf(blocks);
        requireNonNull(type, "type");
    }
}
