package org.babelmill.extract.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.babelmill.extract.features.PageContext;
import org.babelmill.extract.features.PageFeatures;
import org.babelmill.extract.page.PageOutline;

/** Tells the kind of a page. Not thread-safe. */
public final class TypeJudge {

    private static final List<PageType> TYPES = List.of(PageType.values());

    private final List<ObliviousTrees> trees;
    private final PageFeatures features;
    private final int[][] columns;
    private final double[] shares;
    private final float[] score = new float[1];
    private final int[] index = new int[1];

    /** @param trees by {@link PageType}, in its order */
    public TypeJudge(List<ObliviousTrees> trees) {
        this.trees = trees;
        Set<String> wanted = new HashSet<>();
        trees.forEach(one -> wanted.addAll(one.features()));
        this.features = new PageFeatures(wanted::contains);
        this.columns = new int[trees.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = trees.get(i).columns(features.table());
        }
        this.shares = new double[trees.size()];
    }

    /** How likely the page is of each kind, in the order of {@link PageType}; valid until the next page. */
    public double[] judge(PageOutline page, PageContext context) {
        features.fill(page, context);
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            trees.get(i).score(features.table(), columns[i], score, index);
            shares[i] = 1 / (1 + StrictMath.exp(-score[0]));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** The likeliest kind of the page that was judged last. */
    public PageType likeliest() {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return TYPES.get(best);
    }
}
