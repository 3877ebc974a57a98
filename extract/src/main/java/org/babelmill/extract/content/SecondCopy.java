package org.babelmill.extract.content;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.babelmill.extract.page.PageOutline;

/**
 * Takes the second copy out of a choice that holds the same text twice, as on pages with one copy for readers and another
 * for subscribers or small screens. Only a copy of at least two blocks that makes up most of a half of the text counts:
 * refrains, quoted posts and rows of tables that come again are shorter, and stay.
 */
final class SecondCopy {

    private static final int LEAST_CHARACTERS = 300;
    private static final int LEAST_BLOCKS = 2;
    private static final int LEAST_ANCHOR = 40;

    /** What a copy is of all that was chosen, at least; two whole copies are half each, less what stands around them. */
    private static final double LEAST_SHARE = 0.4;

    private final PageOutline page;
    private final int[] block;
    private int count;
    private long characters;

    private SecondCopy(PageOutline page, boolean[] chosen) {
        this.page = page;
        this.block = new int[page.blocks()];
        for (int b = 0; b < page.blocks(); b++) {
            if (chosen[b]) {
                block[count++] = b;
                characters += length(b);
            }
        }
    }

    /** Clears the blocks of the second copy in {@code chosen}, if there is one. */
    static void drop(PageOutline page, boolean[] chosen) {
        new SecondCopy(page, chosen).drop(chosen);
    }

    private void drop(boolean[] chosen) {
        Object2IntOpenHashMap<String> first = new Object2IntOpenHashMap<>();
        first.defaultReturnValue(-1);
        int at = 0;
        while (at < count) {
            int before = length(block[at]) < LEAST_ANCHOR ? -1 : first.putIfAbsent(page.text(block[at]), at);
            int same = before < 0 ? 0 : run(before, at);
            if (isCopy(at, same)) {
                for (int i = at; i < at + same; i++) {
                    chosen[block[i]] = false;
                }
            }
            at += Math.max(1, same);
        }
    }

    /** How many blocks from {@code at} on are the same as those from {@code before} on. */
    private int run(int before, int at) {
        int same = 0;
        while (at + same < count
                && before + same < at
                && page.text(block[before + same]).equals(page.text(block[at + same]))) {
            same++;
        }
        return same;
    }

    private boolean isCopy(int from, int blocks) {
        long length = 0;
        for (int i = from; i < from + blocks; i++) {
            length += length(block[i]);
        }
        return blocks >= LEAST_BLOCKS && length >= Math.max(LEAST_CHARACTERS, LEAST_SHARE * characters);
    }

    private int length(int b) {
        return page.textEnd(b) - page.textStart(b);
    }
}
