package org.babelmill.extract.content;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.babelmill.extract.features.BlockFeatures;
import org.babelmill.extract.features.FeatureTable;
import org.babelmill.extract.features.PageContext;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.tree.Block;

/**
 * Finds the main content of a page. Several independent ways of finding it (scored elements, the densest run of blocks,
 * containers by their names) and everything else that is known of a block are weighed by trees, together with the likely
 * kind of the page; the set of blocks with the highest expected F1 is taken. Pages of very many blocks are decided by the
 * densest run alone. Not thread-safe; the work is in proportion to the page.
 */
public final class ContentSelector {

    /** Blocks above which weighing them all costs more memory and time than a page may. */
    static final int MAX_WEIGHED = 20_000;

    private final ObliviousTrees trees;
    private final TypeJudge types;
    private final BlockFeatures features;
    private final int[] columns;
    private final int[] typeColumns;
    private final BlockChooser chooser = new BlockChooser();
    private float[] likely = new float[0];
    private int[] index = new int[0];

    /** @param model shared with other selectors */
    public ContentSelector(ContentModel model) {
        trees = model.blocks();
        types = new TypeJudge(model.types());
        Set<String> wanted = new HashSet<>(trees.features());
        features = new BlockFeatures(wanted::contains, model.names(), model.words());
        FeatureTable table = features.table();
        typeColumns = Arrays.stream(PageType.values())
                .mapToInt(type -> table.declare(ContentModel.typeFeature(type)))
                .toArray();
        columns = trees.columns(table);
    }

    /** Chooses blocks and makes a tree of them. */
    public MainContent select(PageOutline page, PageContext context) {
        return page.blocks() > MAX_WEIGHED ? byRule(page) : weighed(page, context);
    }

    private MainContent weighed(PageOutline page, PageContext context) {
        double[] shares = types.judge(page, context);
        features.fill(page, context);
        for (int i = 0; i < typeColumns.length; i++) {
            features.table().fill(typeColumns[i], shares[i]);
        }
        weigh(page.blocks());
        boolean[] chosen = chooser.choose(page, likely);
        SecondCopy.drop(page, chosen);
        return content(page, chosen, new Verdict(types.likeliest(), chooser.expected(), false));
    }

    private void weigh(int blocks) {
        if (likely.length < blocks) {
            likely = new float[blocks * 2];
            index = new int[blocks * 2];
        }
        trees.score(features.table(), columns, likely, index);
        for (int b = 0; b < blocks; b++) {
            likely[b] = (float) (1 / (1 + StrictMath.exp(-likely[b])));
        }
    }

    private static MainContent byRule(PageOutline page) {
        return content(page, DenseBlocks.choose(page), new Verdict(PageType.ARTICLE, 0, true));
    }

    /** All of a page, as for text that stood alone. */
    public static MainContent everything(PageOutline page, PageType type) {
        boolean[] chosen = new boolean[page.blocks()];
        Arrays.fill(chosen, true);
        return content(page, chosen, new Verdict(type, 1, false));
    }

    private static MainContent content(PageOutline page, boolean[] chosen, Verdict verdict) {
        int words = 0;
        for (int b = 0; b < page.blocks(); b++) {
            words += chosen[b] ? page.words(b) : 0;
        }
        List<Block> blocks = new TreeBuilder(page, chosen).build();
        return new MainContent(blocks, words, verdict.type(), verdict.confidence(), verdict.byRule());
    }

    private record Verdict(PageType type, double confidence, boolean byRule) {}
}
