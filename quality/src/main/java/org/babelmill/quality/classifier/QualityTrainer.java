package org.babelmill.quality.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.babelmill.pipeline.hash.XxHash64;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.classifier.QualityModel.Examples;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.ScriptSet;

/**
 * Trains a classifier by logistic regression: stochastic gradient descent with AdaGrad steps, several times over the texts
 * in an order that their content decides. The same texts, in whatever order they are given, make the same model.
 *
 * <p>Each pile weighs the same, whatever its size. A text is kept as its features, up to 8 kB each. Belongs to one thread.
 */
public final class QualityTrainer {

    private static final int BITS = 18;
    private static final int EPOCHS = 5;
    private static final double RATE = 2.0;
    private static final double DECAY = 1e-6;

    private final LanguageTag tag;
    private final WordSegmenter segmenter;
    private final ScriptSet scripts;
    private final AnalyzedText analyzed = new AnalyzedText();
    private final Features features = new Features(BITS);
    private final List<Example> examples = new ArrayList<>();
    private long good;

    /** A trainer of one language's classifier. */
    public QualityTrainer(LanguageTag tag) {
        this.tag = tag;
        this.segmenter = WordSegmenters.standard(tag);
        this.scripts = ScriptSet.of(tag);
    }

    /** A text as its features. */
    private static final class Example {

        private final boolean good;
        private final long order;
        private final int[] buckets;

        private Example(boolean good, long order, int[] buckets) {
            this.good = good;
            this.order = order;
            this.buckets = buckets;
        }
    }

    /** Takes in a text; one without tokens teaches nothing and is left out. */
    public void add(String text, boolean isGood) {
        analyzed.load(text, segmenter, scripts);
        features.read(analyzed.tokens());
        if (features.size() == 0) {
            return;
        }
        int[] buckets = new int[features.size()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = features.get(i);
        }
        examples.add(new Example(isGood, XxHash64.hash(text), buckets));
        good += isGood ? 1 : 0;
    }

    /** Whether a text, by its content, belongs to the tenth that is best kept aside for trying the classifier. */
    public static boolean isHeldOut(String text) {
        return Long.remainderUnsigned(XxHash64.hash(text), 10) == 0;
    }

    /** Whether there are texts in both piles. */
    public boolean isReady() {
        return good > 0 && good < examples.size();
    }

    /** What a classifier of this language says of a text. */
    public double score(QualityModel model, String text) {
        analyzed.load(text, segmenter, scripts);
        return model.score(analyzed.tokens());
    }

    /**
     * Trains.
     *
     * @throws IllegalStateException when there is no text in one of the piles
     */
    public QualityModel train() {
        long bad = examples.size() - good;
        if (good == 0 || bad == 0) {
            throw new IllegalStateException("a quality model needs good and bad texts: " + tag + " has " + good
                    + " good and " + bad + " bad ones");
        }
        examples.sort(Comparator.comparingLong((Example e) -> e.order)
                .thenComparing(e -> e.good)
                .thenComparing(e -> e.buckets, Arrays::compare));
        Descent descent = new Descent();
        double goodWeight = examples.size() / (2.0 * good);
        double badWeight = examples.size() / (2.0 * bad);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (Example example : examples) {
                descent.step(example, example.good ? goodWeight : badWeight);
            }
        }
        return new QualityModel(tag, descent.bias, descent.weights, new Examples(good, bad));
    }

    /** The weights under way, with the sums of squared gradients that AdaGrad divides by. */
    private static final class Descent {

        private final float[] weights = new float[1 << BITS];
        private final float[] squares = new float[1 << BITS];
        private float bias;
        private float biasSquares;

        private void step(Example example, double weight) {
            double sum = 0;
            for (int bucket : example.buckets) {
                sum += weights[bucket];
            }
            double share = 1.0 / example.buckets.length;
            double error = QualityModel.probability(bias + sum * share) - (example.good ? 1 : 0);
            double gradient = error * weight;
            biasSquares += (float) (gradient * gradient);
            bias -= (float) (RATE * gradient / Math.sqrt(biasSquares + 1e-12));
            double each = gradient * share;
            for (int bucket : example.buckets) {
                double slope = each + DECAY * weights[bucket];
                squares[bucket] += (float) (slope * slope);
                weights[bucket] -= (float) (RATE * slope / Math.sqrt(squares[bucket] + 1e-12));
            }
        }
    }
}
