package org.babelmill.extract.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.babelmill.extract.tree.Block;

/**
 * The main content of a page.
 *
 * @param blocks in reading order
 * @param words of the blocks; in scripts without spaces, characters
 * @param type what kind of page it is
 * @param confidence the F1 that the choice of blocks is expected to have, 0 to 1; low where the independent ways of
 *     finding the content disagree, 0 where only a rule decided
 * @param byRule whether a plain rule decided because the page has too many blocks to weigh
 */
public record MainContent(List<Block> blocks, int words, PageType type, double confidence, boolean byRule) {

    public MainContent {
        blocks = List.copyOf(blocks);
        requireNonNull(type, "type");
    }
}
