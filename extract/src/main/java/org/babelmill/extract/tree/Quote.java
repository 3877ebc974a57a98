package org.babelmill.extract.tree;

import java.util.List;

/** Words of someone else. */
public record Quote(List<Block> blocks) implements Block {

    public Quote {
        blocks = List.copyOf(blocks);
    }
}
