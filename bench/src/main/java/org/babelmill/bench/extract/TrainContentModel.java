package org.babelmill.bench.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.babelmill.extract.content.ContentModel;
import org.babelmill.extract.content.ContentSelector;
import org.babelmill.extract.content.ObliviousTrees;
import org.babelmill.extract.features.PageContext;
import org.babelmill.extract.features.WeightTable;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.PlainText;

/**
 * Trains the model that chooses content, from pages whose main text is known. With a fourth argument also trains one
 * model for each of five parts of the sites without that part, and writes what it makes of that part as JSON lines with
 * {@code id} and {@code text}: the figures to quote, since no page is judged by a model that has seen its site.
 *
 * <p>Arguments: archive, gold file, model file to write, and optionally the file for these lines.
 */
public final class TrainContentModel {

    private static final int FOLDS = 5;

    private static final BoostedTrees.Options BLOCKS = new BoostedTrees.Options(150, 6, 0.12, 0.25, 0.5, 5, 5);

    private final List<GoldPage> pages;
    private final TrainingTable table;
    private final TypeTrainer types;

    private TrainContentModel(List<GoldPage> pages) {
        this.pages = pages;
        PageKnowledge knowledge = PageKnowledge.of(pages);
        this.types = new TypeTrainer(pages, knowledge.pageFeatures());
        this.table = new TrainingTable(pages, knowledge, types);
        this.names = knowledge.names();
        this.words = knowledge.words();
    }

    private final WeightLearner names;
    private final WeightLearner words;

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        TrainContentModel training =
                new TrainContentModel(GoldPages.read(Path.of(arguments[0]), Path.of(arguments[1])));
        System.err.println("features ready: " + training.table.rows() + " blocks");
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            training.model(-1).write(out);
        }
        System.err.println("model written");
        if (arguments.length > 3) {
            training.predict(Path.of(arguments[3]));
        }
    }

    /** The part of the pages that a page's site belongs to. */
    static int fold(GoldPage page) {
        return Math.floorMod(page.group().hashCode() * 31, FOLDS);
    }

    /** @param left the part that is left out, -1 for none */
    private ContentModel model(int left) {
        BitSet rows = new BitSet();
        for (int i = 0; i < pages.size(); i++) {
            rows.set(table.firstRow(i), table.firstRow(i + 1), fold(pages.get(i)) != left);
        }
        ObliviousTrees blocks = new BoostedTrees(BLOCKS, table.features()).train(table.target(), table.weight(), rows);
        return new ContentModel(types.train(left), blocks, weights(names, left), weights(words, left));
    }

    private WeightTable weights(WeightLearner learner, int left) {
        return learner.learn(site -> Math.floorMod(site.hashCode() * 31, FOLDS) != left);
    }

    private void predict(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        PageLayout layout = new PageLayout();
        List<ContentSelector> selectors = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            selectors.add(new ContentSelector(model(fold)));
            System.err.println("part " + fold);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (GoldPage page : pages) {
                PageContext context = layout.read(page);
                DocumentTree tree = new DocumentTree(
                        "",
                        selectors
                                .get(fold(page))
                                .select(layout.outline(), context)
                                .blocks());
                out.write(json.writeValueAsString(Map.of("id", page.id(), "text", PlainText.render(tree))));
                out.write('\n');
            }
        }
    }
}
