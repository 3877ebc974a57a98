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
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractionOutcome.Extracted;
import org.babelmill.extract.ExtractionResources;
import org.babelmill.extract.content.ContentModel;
import org.babelmill.extract.content.ObliviousTrees;
import org.babelmill.extract.features.WeightTable;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * Trains the model that chooses content, from pages whose main text is known. With a fourth argument also trains one
 * model for each of ten parts of the sites without that part, and writes what the whole extractor makes of that part
 * with it, as JSON lines with {@code id} and {@code text}: the figures to quote, since no page is judged by a model that
 * has seen its site. Opt-outs are not honoured in these lines, which are to tell what the choice is worth.
 *
 * <p>Arguments: archive, gold file, model file to write, and optionally the file for these lines.
 */
public final class TrainContentModel {

    /** Parts of the sites. */
    static final int FOLDS = 10;

    private static final BoostedTrees.Options BLOCKS = new BoostedTrees.Options(200, 6, 0.1, 0.25, 0.5, 8, 5);

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
        RunConfiguration configuration =
                ConfigurationLoader.bind(ConfigurationLoader.defaults().set("rights.honour=[]"));
        List<DocumentExtractor> extractors = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            extractors.add(new DocumentExtractor(ExtractionResources.load(configuration, model(fold))));
            System.err.println("part " + fold);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (GoldPage page : pages) {
                if (extractors.get(fold(page)).extract(page.record()) instanceof Extracted extracted) {
                    String text = extracted.document().content().text();
                    out.write(json.writeValueAsString(Map.of("id", page.id(), "text", text)));
                    out.write('\n');
                }
            }
        }
    }
}
