package org.babelmill.extract.features;

import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;

/**
 * Scores elements by the text directly below them: each block gives points for its length and punctuation, less for
 * links, to the element that holds it, half to the one around that and a third to the next. The method that
 * "readability" programs go back to, with characters and marks instead of words.
 */
final class ScoredElements {

    private static final int MIN_WORDS = 8;
    private static final double WORDS_A_POINT = 25;
    private static final double MAX_LENGTH_POINTS = 3;
    private static final double[] SHARES = {1, 0.5, 0.3};

    private double[] score = new double[0];
    private double[] around = new double[0];
    private int[] levels = new int[0];
    private int top;
    private double best;

    void of(PageFacts facts) {
        int elements = facts.page.elements();
        if (score.length < elements) {
            score = new double[elements * 2];
            around = new double[elements * 2];
            levels = new int[elements * 2];
        }
        Arrays.fill(score, 0, elements, 0);
        for (int b = 0; b < facts.blocks; b++) {
            give(facts, b);
        }
        findTop(facts);
        relate(facts.page);
    }

    private void give(PageFacts facts, int b) {
        PageOutline page = facts.page;
        int words = page.words(b);
        if (words < MIN_WORDS) {
            return;
        }
        double length = Math.min(MAX_LENGTH_POINTS, words / WORDS_A_POINT);
        double points = (1 + page.commas(b) + page.stops(b) + length) * (1 - facts.linkShare(b));
        int e = page.owner(b);
        int tag = page.tag(e);
        if (tag == Tags.P || tag == Tags.LI || Tags.isHeading(tag)) {
            e = Math.max(0, page.parent(e));
        }
        for (int level = 0; level < SHARES.length && e >= 0; level++) {
            score[e] += points * SHARES[level];
            e = page.parent(e);
        }
    }

    private void findTop(PageFacts facts) {
        top = 0;
        double most = -1;
        for (int e = 0; e < facts.page.elements(); e++) {
            int from = facts.page.firstBlock(e);
            double value = score[e] == 0 ? 0 : score[e] * (1 - facts.sums.linkDensity(from, facts.page.endBlock(e)));
            if (value > most) {
                most = value;
                top = e;
            }
        }
        best = most;
    }

    private void relate(PageOutline page) {
        for (int e = 0; e < page.elements(); e++) {
            int parent = page.parent(e);
            around[e] = parent < 0 ? score[e] : Math.max(score[e], around[parent]);
            boolean holdsTop = page.firstBlock(e) <= page.firstBlock(top) && page.endBlock(e) >= page.endBlock(top);
            levels[e] = holdsTop || parent < 0 ? 0 : levels[parent] + 1;
        }
    }

    /** The element with the highest score. */
    int top() {
        return top;
    }

    /** An element's score as a share of the highest; 0 when there is none. */
    double share(int element) {
        return best <= 0 || element < 0 ? 0 : score[element] / best;
    }

    /** The highest share of an element and those around it. */
    double shareAround(int element) {
        return best <= 0 ? 0 : around[element] / best;
    }

    /** Steps from an element up to the first that holds the top one. */
    int levels(int element) {
        return levels[element];
    }
}
