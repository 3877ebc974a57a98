package org.babelmill.extract.content;

import org.babelmill.extract.features.DensestRun;
import org.babelmill.extract.features.Stretch;
import org.babelmill.extract.page.PageOutline;

/**
 * The plain rule for pages that are too large to be weighed: the densest run, without blocks that are mostly links;
 * all blocks that are not when there is no dense run, as in a large table of numbers.
 */
final class DenseBlocks {

    private DenseBlocks() {}

    static boolean[] choose(PageOutline page) {
        Stretch run = new DensestRun(6, 2).find(page);
        boolean[] chosen = new boolean[page.blocks()];
        int from = run.to() > run.from() ? run.from() : 0;
        int to = run.to() > run.from() ? run.to() : page.blocks();
        for (int b = from; b < to; b++) {
            chosen[b] = page.linkWords(b) * 2 <= page.words(b);
        }
        return chosen;
    }
}
