package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;

/** What the whole page is made of; the same for all its blocks. */
final class WholeFeatures {

    private static final int LONG_BLOCK = 25;

    private final FeatureTable table;
    private final int words;
    private final int blocks;
    private final int linkShare;
    private final int stopRate;
    private final int inLongBlocks;
    private final int inParagraphs;
    private final int inItems;
    private final int inCells;
    private final int unspaced;
    private final int longest;

    WholeFeatures(FeatureTable table) {
        this.table = table;
        words = table.declare("page-words");
        blocks = table.declare("page-blocks");
        linkShare = table.declare("page-link-share");
        stopRate = table.declare("page-stop-rate");
        inLongBlocks = table.declare("page-in-long-blocks");
        inParagraphs = table.declare("page-in-paragraphs");
        inItems = table.declare("page-in-items");
        inCells = table.declare("page-in-cells");
        unspaced = table.declare("page-unspaced");
        longest = table.declare("page-longest-block");
    }

    void fill(PageFacts facts) {
        PageOutline page = facts.page;
        long inLong = 0;
        long paragraphs = 0;
        long items = 0;
        long cells = 0;
        int most = 0;
        for (int b = 0; b < facts.blocks; b++) {
            int own = page.words(b);
            inLong += own > LONG_BLOCK ? own : 0;
            paragraphs += page.tag(page.owner(b)) == Tags.P ? own : 0;
            items += facts.isInside(b, Tags.LI) ? own : 0;
            cells += facts.isInside(b, Tags.TD) ? own : 0;
            most = Math.max(most, own);
        }
        double all = facts.words;
        table.fill(words, all);
        table.fill(blocks, facts.blocks);
        table.fill(linkShare, facts.linkDensity);
        table.fill(stopRate, facts.sums.stops(0, facts.blocks) / all);
        table.fill(inLongBlocks, inLong / all);
        table.fill(inParagraphs, paragraphs / all);
        table.fill(inItems, items / all);
        table.fill(inCells, cells / all);
        table.fill(unspaced, facts.unspacedShare);
        table.fill(longest, most / all);
    }
}
