package org.babelmill.extract.features;

import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.text.CharClass;

/** What all groups of features need to know of a page. Scratch for page after page; not thread-safe. */
final class PageFacts {

    /** What holds more of the page than this says nothing about its parts. */
    private static final double WHOLE_PAGE = 0.7;

    private static final int SECTION_WORDS = 100;
    private static final double LARGE_SHARE = 0.25;

    final PageSums sums = new PageSums();
    PageOutline page;
    PageContext context;
    int blocks;
    /** Words of the page, at least 1. */
    int words;
    /** By element: names, tags and flags of itself and everything around it. */
    long[] names = new long[0];

    long[] tags = new long[0];
    int[] flags = new int[0];
    /** By element: the innermost one around, or itself, of at least 100 words; of a quarter of the page. */
    int[] section = new int[0];

    int[] large = new int[0];
    /** By block: what its owner and the element around that look like. */
    int[] look = new int[0];

    double linkDensity;
    double unspacedShare;

    void of(PageOutline newPage, PageContext newContext) {
        page = newPage;
        context = newContext;
        blocks = page.blocks();
        sums.of(page);
        words = Math.max(1, sums.words(0, blocks));
        linkDensity = sums.linkDensity(0, blocks);
        reserve(page.elements());
        for (int e = 0; e < page.elements(); e++) {
            element(e);
        }
        looks();
    }

    private void reserve(int elements) {
        if (names.length < elements) {
            int size = elements * 2;
            names = new long[size];
            tags = new long[size];
            flags = new int[size];
            section = new int[size];
            large = new int[size];
        }
    }

    private void element(int e) {
        int parent = page.parent(e);
        int inside = wordsOf(e);
        boolean part = inside <= WHOLE_PAGE * words;
        names[e] = (part ? page.categories(e) : 0) | (parent < 0 ? 0 : names[parent]);
        tags[e] = (1L << page.tag(e)) | (parent < 0 ? 0 : tags[parent]);
        flags[e] = (part ? page.flags(e) : 0) | (parent < 0 ? 0 : flags[parent]);
        section[e] = parent < 0 || inside >= SECTION_WORDS ? e : section[parent];
        large[e] = parent < 0 || inside >= LARGE_SHARE * words ? e : large[parent];
    }

    private void looks() {
        look = look.length < blocks ? Arrays.copyOf(look, blocks * 2) : look;
        long unspaced = 0;
        char[] text = page.text();
        for (int b = 0; b < blocks; b++) {
            int owner = page.owner(b);
            int parent = page.parent(owner);
            look[b] = page.look(owner) * 31 + (parent < 0 ? 0 : page.look(parent));
            int middle = (page.textStart(b) + page.textEnd(b)) / 2;
            unspaced += CharClass.of(text[middle]) == CharClass.LONE ? page.words(b) : 0;
        }
        unspacedShare = (double) unspaced / words;
    }

    int wordsOf(int element) {
        return sums.words(page.firstBlock(element), page.endBlock(element));
    }

    boolean holds(int element, int block) {
        return block >= page.firstBlock(element) && block < page.endBlock(element);
    }

    boolean isInside(int block, int tag) {
        return (tags[page.owner(block)] & (1L << tag)) != 0;
    }

    boolean isHeading(int block) {
        return Tags.isHeading(page.tag(page.owner(block)));
    }

    double linkShare(int block) {
        int all = page.words(block);
        return all == 0 ? 0 : (double) page.linkWords(block) / all;
    }
}
