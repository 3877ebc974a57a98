package org.babelmill.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.babelmill.extract.content.ContentModel;
import org.babelmill.extract.content.PageType;
import org.babelmill.extract.content.TypeJudge;
import org.babelmill.extract.features.BlockFeatures;
import org.babelmill.extract.features.FeatureTable;
import org.babelmill.extract.features.PageContext;

/** The second reading of all pages: the features of every block, with what they are to be told from. */
final class TrainingTable {

    /** Most pages are English articles; those that are not count for more, once for their kind, once for language. */
    private static final float SCARCE = 1.5f;

    private static final Set<String> SCARCE_KINDS = Set.of("forum", "product", "collection", "listing", "service");

    private final int[] firstRow;
    private final QuantisedTable features;
    private final float[] target;
    private final float[] weight;

    TrainingTable(List<GoldPage> pages, PageKnowledge knowledge, TypeTrainer types) {
        int rows = knowledge.labels().stream()
                .mapToInt(labels -> labels.share().length)
                .sum();
        firstRow = new int[pages.size() + 1];
        target = new float[rows];
        weight = new float[rows];
        List<TypeJudge> judges = new ArrayList<>();
        for (int fold = 0; fold < TrainContentModel.FOLDS; fold++) {
            judges.add(new TypeJudge(types.train(fold)));
        }
        WeightLearner.LeaveOneOut names = knowledge.names().leaveOneOut();
        WeightLearner.LeaveOneOut words = knowledge.words().leaveOneOut();
        BlockFeatures blocks = new BlockFeatures(name -> true, names, words);
        FeatureTable table = blocks.table();
        int[] typeColumns = Arrays.stream(PageType.values())
                .mapToInt(type -> table.declare(ContentModel.typeFeature(type)))
                .toArray();
        float[][] columns = new float[table.names().size()][rows];
        PageLayout layout = new PageLayout();
        int row = 0;
        for (int i = 0; i < pages.size(); i++) {
            GoldPage page = pages.get(i);
            BlockLabels labels = knowledge.labels().get(i);
            PageContext context = layout.read(page);
            names.without(page.group());
            words.without(page.group());
            blocks.fill(layout.outline(), context);
            double[] shares = judges.get(TrainContentModel.fold(page)).judge(layout.outline(), context);
            for (int t = 0; t < shares.length; t++) {
                table.fill(typeColumns[t], shares[t]);
            }
            for (int c = 1; c < columns.length; c++) {
                for (int b = 0; b < table.rows(); b++) {
                    columns[c][row + b] = table.value(c, b);
                }
            }
            for (int b = 0; b < labels.share().length; b++) {
                target[row + b] = Math.max(0, labels.share()[b]);
                weight[row + b] = labels.weight()[b] * scarcity(page.labels());
            }
            firstRow[i] = row;
            row += labels.share().length;
        }
        firstRow[pages.size()] = row;
        features = new QuantisedTable(table.names(), columns, rows);
        Arrays.fill(columns, null);
    }

    private static float scarcity(GoldPage.Labels labels) {
        float byKind = SCARCE_KINDS.contains(labels.type()) ? SCARCE : 1;
        return labels.language().equals("en") ? byKind : byKind * SCARCE;
    }

    int rows() {
        return target.length;
    }

    /** First row of a page; of the page behind the last, the number of rows. */
    int firstRow(int page) {
        return firstRow[page];
    }

    QuantisedTable features() {
        return features;
    }

    float[] target() {
        return target;
    }

    float[] weight() {
        return weight;
    }
}
