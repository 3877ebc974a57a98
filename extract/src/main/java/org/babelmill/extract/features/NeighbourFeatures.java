package org.babelmill.extract.features;

/** What stands before and behind a block. */
final class NeighbourFeatures {

    private static final int[] OFFSETS = {-1, 1, -2, 2};
    private static final int[] RADII = {2, 6, 15};

    private final FeatureTable table;
    private final int[] words = new int[OFFSETS.length];
    private final int[] linkShares = new int[OFFSETS.length];
    private final int[] windowWords = new int[RADII.length];
    private final int[] windowLinks = new int[RADII.length];
    private final int kinBefore;
    private final int kinBehind;

    NeighbourFeatures(FeatureTable table) {
        this.table = table;
        for (int i = 0; i < OFFSETS.length; i++) {
            words[i] = table.declare("words" + OFFSETS[i]);
            linkShares[i] = table.declare("link-share" + OFFSETS[i]);
        }
        for (int i = 0; i < RADII.length; i++) {
            windowWords[i] = table.declare("window-words-" + RADII[i]);
            windowLinks[i] = table.declare("window-link-share-" + RADII[i]);
        }
        kinBefore = table.declare("kin-before");
        kinBehind = table.declare("kin-behind");
    }

    void fill(PageFacts facts) {
        for (int b = 0; b < facts.blocks; b++) {
            for (int i = 0; i < OFFSETS.length; i++) {
                int other = b + OFFSETS[i];
                boolean exists = other >= 0 && other < facts.blocks;
                table.set(words[i], b, exists ? facts.page.words(other) : -1);
                table.set(linkShares[i], b, exists ? facts.linkShare(other) : 0);
            }
            for (int i = 0; i < RADII.length; i++) {
                int from = Math.max(0, b - RADII[i]);
                int to = Math.min(facts.blocks, b + RADII[i] + 1);
                table.set(windowWords[i], b, (double) facts.sums.words(from, to) / (to - from));
                table.set(windowLinks[i], b, facts.sums.linkDensity(from, to));
            }
            table.set(kinBefore, b, b > 0 ? kinship(facts, b, b - 1) : 0);
            table.set(kinBehind, b, b + 1 < facts.blocks ? kinship(facts, b, b + 1) : 0);
        }
    }

    /** 2 for blocks of one element, 1 for blocks of siblings. */
    private static int kinship(PageFacts facts, int block, int other) {
        int one = facts.page.owner(block);
        int two = facts.page.owner(other);
        return one == two ? 2 : facts.page.parent(one) == facts.page.parent(two) ? 1 : 0;
    }
}
