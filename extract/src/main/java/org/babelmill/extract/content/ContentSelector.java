package org.babelmill.extract.content;

import org.babelmill.extract.page.PageOutline;

/** Finds the main content of a page. Not thread-safe. */
public final class ContentSelector {

    /** Chooses blocks and makes a tree of them. */
    public MainContent select(PageOutline page) {
        double[] score = new double[page.elements()];
        for (int b = 0; b < page.blocks(); b++) {
            double own = Math.max(0, page.words(b) - 2.0 * page.linkWords(b)) * (page.stops(b) > 0 ? 1 : 0.2);
            int element = page.owner(b);
            for (double share = 1; element >= 0 && share > 0.2; share /= 2) {
                score[element] += own * share;
                element = page.parent(element);
            }
        }
        int best = 0;
        for (int e = 1; e < page.elements(); e++) {
            best = score[e] > score[best] ? e : best;
        }
        int container = page.elements() > 1 && page.parent(best) > 0 ? page.parent(best) : best;
        boolean[] chosen = new boolean[page.blocks()];
        for (int b = page.firstBlock(container); b < page.endBlock(container); b++) {
            chosen[b] = page.linkWords(b) * 2 < page.words(b);
        }
        return new MainContent(new TreeBuilder(page, chosen).build(), PageType.ARTICLE, 0.5);
    }
}
