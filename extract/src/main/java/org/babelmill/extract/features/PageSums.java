package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;

/** Running sums over the blocks of a page, so that counts over any stretch of blocks cost two look-ups. */
final class PageSums {

    private int[] words = new int[0];
    private int[] linkWords = new int[0];
    private int[] stops = new int[0];
    private int[] commas = new int[0];

    void of(PageOutline page) {
        int blocks = page.blocks();
        if (words.length <= blocks) {
            words = new int[blocks * 2 + 1];
            linkWords = new int[blocks * 2 + 1];
            stops = new int[blocks * 2 + 1];
            commas = new int[blocks * 2 + 1];
        }
        for (int b = 0; b < blocks; b++) {
            words[b + 1] = words[b] + page.words(b);
            linkWords[b + 1] = linkWords[b] + page.linkWords(b);
            stops[b + 1] = stops[b] + page.stops(b);
            commas[b + 1] = commas[b] + page.commas(b);
        }
    }

    int words(int from, int to) {
        return words[to] - words[from];
    }

    int linkWords(int from, int to) {
        return linkWords[to] - linkWords[from];
    }

    int stops(int from, int to) {
        return stops[to] - stops[from];
    }

    int commas(int from, int to) {
        return commas[to] - commas[from];
    }

    /** Share of the words that are in links; 0 for no words. */
    double linkDensity(int from, int to) {
        int all = words(from, to);
        return all == 0 ? 0 : (double) linkWords(from, to) / all;
    }
}
