package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;

/** What learned weights say of the names of the elements around a block, and of the words of short blocks. */
final class WeightFeatures {

    /** What holds more of the page than this says nothing about its parts. */
    private static final double WHOLE_PAGE = 0.7;

    private final FeatureTable table;
    private final TokenWeights names;
    private final TokenWeights words;
    private final BlockWords blockWords = new BlockWords();

    private final int own;
    private final int parent;
    private final int grandparent;
    private final int lowest;
    private final int highest;
    private final int sum;
    private final int wordLow;
    private final int wordHigh;
    private final int wordMean;
    private final int wordSum;
    private final int wordCount;

    private double[] mean = new double[0];
    private double[] low = new double[0];
    private double[] high = new double[0];
    private double[] path = new double[0];

    WeightFeatures(FeatureTable table, TokenWeights names, TokenWeights words) {
        this.table = table;
        this.names = names;
        this.words = words;
        own = table.declare("name-weight");
        parent = table.declare("name-weight-parent");
        grandparent = table.declare("name-weight-grandparent");
        lowest = table.declare("name-weight-lowest");
        highest = table.declare("name-weight-highest");
        sum = table.declare("name-weight-sum");
        wordLow = table.declare("word-weight-lowest");
        wordHigh = table.declare("word-weight-highest");
        wordMean = table.declare("word-weight-mean");
        wordSum = table.declare("word-weight-sum");
        wordCount = table.declare("word-weight-count");
    }

    void fill(PageFacts facts) {
        PageOutline page = facts.page;
        if (mean.length < page.elements()) {
            int size = page.elements() * 2;
            mean = new double[size];
            low = new double[size];
            high = new double[size];
            path = new double[size];
        }
        for (int e = 0; e < page.elements(); e++) {
            element(facts, e);
        }
        for (int b = 0; b < facts.blocks; b++) {
            names(page, b);
            words(page, b);
        }
    }

    private void element(PageFacts facts, int e) {
        PageOutline page = facts.page;
        double all = 0;
        double least = 0;
        double most = 0;
        int known = 0;
        for (int t = page.firstToken(e); t < page.endToken(e); t++) {
            float weight = names.of(page.token(t));
            if (!Float.isNaN(weight)) {
                all += weight;
                least = Math.min(least, weight);
                most = Math.max(most, weight);
                known++;
            }
        }
        int outer = page.parent(e);
        boolean part = facts.wordsOf(e) <= WHOLE_PAGE * facts.words;
        mean[e] = known == 0 ? 0 : all / known;
        low[e] = Math.min(outer < 0 ? 0 : low[outer], part ? least : 0);
        high[e] = Math.max(outer < 0 ? 0 : high[outer], part ? most : 0);
        path[e] = (outer < 0 ? 0 : path[outer]) + (part ? mean[e] : 0);
    }

    private void names(PageOutline page, int b) {
        int owner = page.owner(b);
        int around = page.parent(owner);
        int further = around < 0 ? -1 : page.parent(around);
        table.set(own, b, mean[owner]);
        table.set(parent, b, around < 0 ? 0 : mean[around]);
        table.set(grandparent, b, further < 0 ? 0 : mean[further]);
        table.set(lowest, b, low[owner]);
        table.set(highest, b, high[owner]);
        table.set(sum, b, path[owner]);
    }

    private void words(PageOutline page, int b) {
        blockWords.of(page, b);
        double all = 0;
        double least = 0;
        double most = 0;
        int known = 0;
        for (int i = 0; i < blockWords.count(); i++) {
            float weight = words.of(blockWords.word(i));
            if (!Float.isNaN(weight)) {
                all += weight;
                least = Math.min(least, weight);
                most = Math.max(most, weight);
                known++;
            }
        }
        table.set(wordLow, b, least);
        table.set(wordHigh, b, most);
        table.set(wordMean, b, known == 0 ? 0 : all / known);
        table.set(wordSum, b, all);
        table.set(wordCount, b, known);
    }
}
