package org.babelmill.extract.content;

import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;

/**
 * Chooses the set of blocks whose expected F1 is highest, given how likely each block is content: the likeliest ones, up
 * to the place where one more would cost more than it gives (Ye, Chai, Lee and Chieu, 2012). Not thread-safe.
 */
final class BlockChooser {

    /** Blocks less likely than this are never taken. */
    private static final float LEAST = 0.02f;

    private boolean[] chosen = new boolean[0];
    private long[] order = new long[0];
    private double expected;

    /** By block, whether it is taken; valid until the next page. */
    boolean[] choose(PageOutline page, float[] likely) {
        int blocks = page.blocks();
        if (chosen.length < blocks) {
            chosen = new boolean[blocks * 2];
            order = new long[blocks * 2];
        }
        Arrays.fill(chosen, 0, blocks, false);
        double content = sort(page, likely);
        int count = bestCount(page, likely, content);
        for (int i = 0; i < count; i++) {
            int b = (int) order[i];
            chosen[b] = likely[b] > LEAST;
        }
        return chosen;
    }

    /** The F1 that the choice is expected to have, 0 to 1. */
    double expected() {
        return expected;
    }

    /** Orders the blocks, likeliest first, then by place; returns the words of content to be expected. */
    private double sort(PageOutline page, float[] likely) {
        double content = 0;
        for (int b = 0; b < page.blocks(); b++) {
            content += likely[b] * (double) page.words(b);
            order[b] = ((long) -Float.floatToIntBits(likely[b]) << 32) | b;
        }
        Arrays.sort(order, 0, page.blocks());
        return content;
    }

    private int bestCount(PageOutline page, float[] likely, double content) {
        double hits = 0;
        double taken = 0;
        int count = 0;
        expected = 0;
        for (int i = 0; i < page.blocks(); i++) {
            int b = (int) order[i];
            hits += likely[b] * (double) page.words(b);
            taken += page.words(b);
            double f1 = taken + content == 0 ? 0 : 2 * hits / (taken + content);
            if (f1 >= expected) {
                expected = f1;
                count = i + 1;
            }
        }
        return count;
    }
}
