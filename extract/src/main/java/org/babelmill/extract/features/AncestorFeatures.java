package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;

/** What the elements around a block hold: its own, the two around that, the section and the large part it is in. */
final class AncestorFeatures {

    private static final int LEVELS = 5;
    private static final String[] KINDS = {
        "words", "link-share", "blocks", "page-share", "words-a-block", "stop-rate", "names", "block-share"
    };

    private final FeatureTable table;
    private final int[] columns = new int[LEVELS * KINDS.length];
    private int[] keys = new int[0];

    AncestorFeatures(FeatureTable table) {
        this.table = table;
        for (int level = 0; level < LEVELS; level++) {
            for (int kind = 0; kind < KINDS.length; kind++) {
                columns[level * KINDS.length + kind] = table.declare("around" + level + "-" + KINDS[kind]);
            }
        }
    }

    void fill(PageFacts facts) {
        measure(facts);
        PageOutline page = facts.page;
        for (int b = 0; b < facts.blocks; b++) {
            int owner = page.owner(b);
            int parent = Math.max(0, page.parent(owner));
            int section = facts.section[owner];
            set(facts, b, 0, owner);
            set(facts, b, 1, parent);
            set(facts, b, 2, Math.max(0, page.parent(parent)));
            set(facts, b, 3, section);
            set(facts, b, 4, facts.large[section]);
        }
    }

    /** Everything but the block's share, once for every element. */
    private void measure(PageFacts facts) {
        int width = KINDS.length - 1;
        int elements = facts.page.elements();
        if (keys.length < elements * width) {
            keys = new int[elements * width * 2];
        }
        for (int e = 0; e < elements; e++) {
            int from = facts.page.firstBlock(e);
            int to = facts.page.endBlock(e);
            int words = facts.sums.words(from, to);
            int at = e * width;
            put(at, words);
            put(at + 1, facts.sums.linkDensity(from, to));
            put(at + 2, to - from);
            put(at + 3, (double) words / facts.words);
            put(at + 4, (double) words / Math.max(1, to - from));
            put(at + 5, words == 0 ? 0 : (double) facts.sums.stops(from, to) / words);
            put(at + 6, Long.bitCount(facts.page.categories(e)));
        }
    }

    private void put(int at, double value) {
        keys[at] = FeatureTable.key((float) value);
    }

    private void set(PageFacts facts, int block, int level, int element) {
        int width = KINDS.length - 1;
        int first = level * KINDS.length;
        for (int kind = 0; kind < width; kind++) {
            table.setKey(columns[first + kind], block, keys[element * width + kind]);
        }
        double words = facts.wordsOf(element);
        table.set(columns[first + width], block, words == 0 ? 0 : facts.page.words(block) / words);
    }
}
