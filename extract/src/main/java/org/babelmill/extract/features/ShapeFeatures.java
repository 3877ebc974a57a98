package org.babelmill.extract.features;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.page.Vocabulary;

/** What a page is built of: names, elements, and blocks that look alike. */
final class ShapeFeatures {

    private static final int LONG_BLOCK = 20;
    private static final int MANY = 8;
    private static final int SEVERAL_LONG = 4;
    private static final String[] GROUP = {"blocks", "page-share", "link-share", "mean-words"};

    /** Blocks that look alike. */
    private static final class Group {
        private int blocks;
        private int words;
        private int linkWords;
        private int longBlocks;
    }

    private final FeatureTable table;
    private final int[] names;
    private final int[] tags = new int[Tags.NOSCRIPT + 1];
    private final int[] largest = new int[GROUP.length];
    private final int[] longest = new int[GROUP.length];
    private final int manyLooks;
    private final int longLooks;
    private final int looks;
    private final int runShare;
    private final int runWords;
    private final int runLinkShare;
    private final int runLongBlocks;
    private final int runBlocks;
    private final DensestRun run = new DensestRun(8, 2);

    ShapeFeatures(FeatureTable table) {
        this.table = table;
        names = new int[Vocabulary.standard().categories().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] =
                    table.declare("named-" + Vocabulary.standard().categories().get(i));
        }
        for (int tag = 1; tag < tags.length; tag++) {
            tags[tag] = table.declare("tags-" + tag);
        }
        for (int i = 0; i < GROUP.length; i++) {
            largest[i] = table.declare("largest-look-" + GROUP[i]);
            longest[i] = table.declare("longest-look-" + GROUP[i]);
        }
        manyLooks = table.declare("looks-of-many");
        longLooks = table.declare("looks-of-long");
        looks = table.declare("looks");
        runShare = table.declare("run-share");
        runWords = table.declare("run-words");
        runLinkShare = table.declare("run-link-share");
        runLongBlocks = table.declare("run-long-blocks");
        runBlocks = table.declare("run-blocks");
    }

    void fill(PageFacts facts) {
        elements(facts);
        groups(facts);
        run(facts);
    }

    private void elements(PageFacts facts) {
        int[] byName = new int[names.length];
        int[] byTag = new int[Tags.COUNT];
        PageOutline page = facts.page;
        for (int e = 0; e < page.elements(); e++) {
            byTag[page.tag(e)]++;
            long bits = page.firstBlock(e) == page.endBlock(e) ? 0 : page.categories(e);
            for (; bits != 0; bits &= bits - 1) {
                byName[Long.numberOfTrailingZeros(bits)]++;
            }
        }
        for (int i = 0; i < names.length; i++) {
            table.set(names[i], 0, byName[i]);
        }
        for (int tag = 1; tag < tags.length; tag++) {
            table.set(tags[tag], 0, byTag[tag]);
        }
    }

    private void groups(PageFacts facts) {
        Int2ObjectOpenHashMap<Group> groups = new Int2ObjectOpenHashMap<>();
        Group most = new Group();
        Group mostLong = new Group();
        int many = 0;
        int several = 0;
        for (int b = 0; b < facts.blocks; b++) {
            Group group = groups.computeIfAbsent(facts.look[b], look -> new Group());
            add(facts.page, b, group);
            many += group.blocks == MANY ? 1 : 0;
            several += facts.page.words(b) > LONG_BLOCK && group.longBlocks == SEVERAL_LONG ? 1 : 0;
            most = group.blocks > most.blocks ? group : most;
            mostLong = group.longBlocks > mostLong.longBlocks ? group : mostLong;
        }
        set(largest, most, facts.words);
        set(longest, mostLong, facts.words);
        table.set(manyLooks, 0, many);
        table.set(longLooks, 0, several);
        table.set(looks, 0, groups.size());
    }

    private static void add(PageOutline page, int b, Group group) {
        group.blocks++;
        group.words += page.words(b);
        group.linkWords += page.linkWords(b);
        group.longBlocks += page.words(b) > LONG_BLOCK ? 1 : 0;
    }

    private void set(int[] columns, Group group, double words) {
        table.set(columns[0], 0, group.blocks);
        table.set(columns[1], 0, group.words / words);
        table.set(columns[2], 0, group.words == 0 ? 0 : (double) group.linkWords / group.words);
        table.set(columns[3], 0, group.blocks == 0 ? 0 : (double) group.words / group.blocks);
    }

    private void run(PageFacts facts) {
        Stretch dense = run.find(facts.page);
        int words = facts.sums.words(dense.from(), dense.to());
        int longBlocks = 0;
        for (int b = dense.from(); b < dense.to(); b++) {
            longBlocks += facts.page.words(b) > LONG_BLOCK ? 1 : 0;
        }
        table.set(runShare, 0, (double) words / facts.words);
        table.set(runWords, 0, words);
        table.set(runLinkShare, 0, facts.sums.linkDensity(dense.from(), dense.to()));
        table.set(runLongBlocks, 0, longBlocks);
        table.set(runBlocks, 0, dense.to() - dense.from());
    }
}
