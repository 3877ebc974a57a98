package org.babelmill.extract.features;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import org.babelmill.extract.page.PageOutline;

/** The blocks that look like a block, taken together, and the blocks of the same text. */
final class LookFeatures {

    private static final int MAX_KEPT = 1 << 14;
    private static final long PRIME = 0x100000001b3L;

    private final FeatureTable table;
    private final int count;
    private final int pageShare;
    private final int meanWords;
    private final int linkShare;
    private final int stopRate;
    private final int copies;

    private Int2IntOpenHashMap groups = new Int2IntOpenHashMap();
    private Long2IntOpenHashMap texts = new Long2IntOpenHashMap();
    private int[] group = new int[0];
    private long[] hash = new long[0];
    private int[][] sums = new int[4][0];

    LookFeatures(FeatureTable table) {
        this.table = table;
        count = table.declare("look-blocks");
        pageShare = table.declare("look-page-share");
        meanWords = table.declare("look-mean-words");
        linkShare = table.declare("look-link-share");
        stopRate = table.declare("look-stop-rate");
        copies = table.declare("copies");
    }

    void fill(PageFacts facts) {
        reserve(facts.blocks);
        for (int b = 0; b < facts.blocks; b++) {
            add(facts, b);
        }
        for (int b = 0; b < facts.blocks; b++) {
            int g = group[b];
            int words = sums[1][g];
            table.set(count, b, sums[0][g]);
            table.set(pageShare, b, (double) words / facts.words);
            table.set(meanWords, b, (double) words / sums[0][g]);
            table.set(linkShare, b, words == 0 ? 0 : (double) sums[2][g] / words);
            table.set(stopRate, b, words == 0 ? 0 : (double) sums[3][g] / words);
            table.set(copies, b, texts.get(hash[b]));
        }
    }

    private void add(PageFacts facts, int b) {
        PageOutline page = facts.page;
        int next = groups.size();
        int g = groups.putIfAbsent(facts.look[b], next);
        if (groups.size() > next) {
            g = next;
            for (int[] sum : sums) {
                sum[g] = 0;
            }
        }
        group[b] = g;
        sums[0][g]++;
        sums[1][g] += page.words(b);
        sums[2][g] += page.linkWords(b);
        sums[3][g] += page.stops(b);
        hash[b] = hash(page, b);
        texts.addTo(hash[b], 1);
    }

    private static long hash(PageOutline page, int b) {
        char[] text = page.text();
        long value = 0;
        for (int i = page.textStart(b); i < page.textEnd(b); i++) {
            value = (value ^ text[i]) * PRIME;
        }
        return value;
    }

    private void reserve(int blocks) {
        if (group.length > MAX_KEPT) {
            groups = new Int2IntOpenHashMap();
            texts = new Long2IntOpenHashMap();
        }
        groups.clear();
        texts.clear();
        if (group.length < blocks) {
            int size = blocks * 2;
            group = new int[size];
            hash = new long[size];
            sums = new int[4][size];
        }
    }
}
