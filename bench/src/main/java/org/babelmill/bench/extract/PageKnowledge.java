package org.babelmill.bench.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.extract.features.BlockWords;
import org.babelmill.extract.features.FeatureTable;
import org.babelmill.extract.features.PageContext;
import org.babelmill.extract.features.PageFeatures;
import org.babelmill.extract.page.PageOutline;

/**
 * The first reading of all pages: labels of their blocks, features of the pages, and what words say.
 *
 * @param pageFeatures columns of a table with one row a page
 */
record PageKnowledge(List<BlockLabels> labels, Columns pageFeatures, WeightLearner names, WeightLearner words) {

    private static final int NAME_SITES = 5;
    private static final int WORD_SITES = 6;
    private static final double WHOLE_PAGE = 0.7;

    /** Named columns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Columns(List<String> names, float[][] values) {}

    static PageKnowledge of(List<GoldPage> pages) {
        PageLayout layout = new PageLayout();
        ScorerTokens tokens = new ScorerTokens();
        PageFeatures features = new PageFeatures(name -> true);
        FeatureTable table = features.table();
        PageKnowledge result = new PageKnowledge(
                new ArrayList<>(),
                new Columns(table.names(), new float[table.names().size()][pages.size()]),
                new WeightLearner(NAME_SITES),
                new WeightLearner(WORD_SITES));
        for (int i = 0; i < pages.size(); i++) {
            GoldPage page = pages.get(i);
            PageContext context = layout.read(page);
            BlockLabels labels = BlockLabels.of(page, layout.outline(), tokens);
            result.labels.add(labels);
            features.fill(layout.outline(), context);
            for (int c = 1; c < table.names().size(); c++) {
                result.pageFeatures.values()[c][i] = table.value(c, 0);
            }
            result.learnNames(page, layout.outline(), labels);
            result.learnWords(page, layout.outline(), labels);
        }
        return result;
    }

    private void learnNames(GoldPage page, PageOutline outline, BlockLabels labels) {
        double[] all = new double[outline.blocks() + 1];
        double[] known = new double[outline.blocks() + 1];
        double[] content = new double[outline.blocks() + 1];
        for (int b = 0; b < outline.blocks(); b++) {
            double weight = labels.share()[b] < 0 ? 0 : page.text().isPresent() ? labels.words()[b] : 1;
            all[b + 1] = all[b] + labels.words()[b];
            known[b + 1] = known[b] + weight;
            content[b + 1] = content[b] + weight * Math.max(0, labels.share()[b]);
        }
        Map<Long, double[]> tokens = new HashMap<>();
        for (int e = 0; e < outline.elements(); e++) {
            int from = outline.firstBlock(e);
            int to = outline.endBlock(e);
            boolean whole = all[to] - all[from] > WHOLE_PAGE * all[outline.blocks()];
            for (int t = outline.firstToken(e); t < outline.endToken(e) && !whole && known[to] > known[from]; t++) {
                double[] sums = tokens.computeIfAbsent(outline.token(t), token -> new double[2]);
                sums[0] += content[to] - content[from];
                sums[1] += known[to] - known[from];
            }
        }
        tokens.forEach((token, sums) -> names.add(token, page.group(), sums[0] / sums[1]));
    }

    private void learnWords(GoldPage page, PageOutline outline, BlockLabels labels) {
        BlockWords words = new BlockWords();
        Map<Long, double[]> seen = new HashMap<>();
        for (int b = 0; b < outline.blocks(); b++) {
            if (labels.share()[b] < 0) {
                continue;
            }
            words.of(outline, b);
            for (int i = 0; i < words.count(); i++) {
                double[] sums = seen.computeIfAbsent(words.word(i), word -> new double[2]);
                sums[0] += labels.share()[b];
                sums[1]++;
            }
        }
        seen.forEach((word, sums) -> this.words.add(word, page.group(), sums[0] / sums[1]));
    }
}
