package org.babelmill.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.babelmill.extract.content.ObliviousTrees;
import org.babelmill.extract.content.PageType;

/** Trains what tells the kind of a page: one sum of trees a kind, against all others. */
final class TypeTrainer {

    private static final BoostedTrees.Options OPTIONS = new BoostedTrees.Options(80, 3, 0.1, 0.2, 0.7, 3, 1);

    /** Sources of nothing but articles say less than those whose pages were told apart. */
    private static final float ONE_SIDED = 0.5f;

    private static final List<String> LABELS =
            Arrays.stream(PageType.values()).map(PageType::label).toList();

    private final List<GoldPage> pages;
    private final QuantisedTable table;

    TypeTrainer(List<GoldPage> pages, PageKnowledge.Columns columns) {
        this.pages = pages;
        this.table = new QuantisedTable(columns.names(), columns.values().clone(), pages.size());
    }

    /** Position of a page's kind in {@link PageType}; -1 when the gold does not say. */
    static int type(GoldPage page) {
        String label =
                page.labels().type().equals("news") ? "article" : page.labels().type();
        return LABELS.indexOf(label);
    }

    /** @param left the part of the sites that is left out, -1 for none */
    List<ObliviousTrees> train(int left) {
        BitSet use = new BitSet();
        for (int i = 0; i < pages.size(); i++) {
            use.set(i, TrainContentModel.fold(pages.get(i)) != left && type(pages.get(i)) >= 0);
        }
        List<ObliviousTrees> result = new ArrayList<>();
        for (PageType type : PageType.values()) {
            float[] target = new float[pages.size()];
            float[] weight = new float[pages.size()];
            for (int i = 0; i < pages.size(); i++) {
                target[i] = LABELS.get(Math.max(0, type(pages.get(i)))).equals(type.label()) ? 1 : 0;
                weight[i] = isOneSided(pages.get(i)) ? ONE_SIDED : 1;
            }
            result.add(new BoostedTrees(OPTIONS, table).train(target, weight, use));
        }
        return result;
    }

    private static boolean isOneSided(GoldPage page) {
        return type(page) == LABELS.indexOf(PageType.ARTICLE.label())
                && !page.labels().source().equals("wcxb");
    }
}
