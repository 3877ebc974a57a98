package org.babelmill.extract.tree;

import java.util.List;

/**
 * A list.
 *
 * @param ordered whether its items are numbered
 */
public record ListBlock(boolean ordered, List<Item> items) implements Block {

    /** One item; lists inside it are blocks of it. */
    public record Item(List<Block> blocks) {

        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    public ListBlock {
        items = List.copyOf(items);
    }
}
