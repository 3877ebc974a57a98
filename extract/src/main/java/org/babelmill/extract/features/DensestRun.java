package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;

/**
 * The run of blocks with the largest sum of words, where words in links and the mere existence of a block count against
 * it and ends of sentences for it. One pass (Kadane's algorithm); knows nothing of elements.
 *
 * @param blockCost words that a block must have to count for the run
 * @param stopGain words that the end of a sentence is worth
 */
public record DensestRun(double blockCost, double stopGain) {

    private static final double LINK_COST = 3;

    /** Finds the run; empty on a page without words. */
    public Stretch find(PageOutline page) {
        int start = 0;
        int from = 0;
        int to = 0;
        double sum = 0;
        double best = 0;
        for (int b = 0; b < page.blocks(); b++) {
            if (sum <= 0) {
                sum = 0;
                start = b;
            }
            sum += page.words(b) - LINK_COST * page.linkWords(b) - blockCost + stopGain * page.stops(b);
            if (sum > best) {
                best = sum;
                from = start;
                to = b + 1;
            }
        }
        return new Stretch(from, to);
    }
}
