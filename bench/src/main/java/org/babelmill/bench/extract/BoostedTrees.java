package org.babelmill.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.babelmill.extract.content.ObliviousTrees;

/**
 * Trains oblivious trees by gradient boosting on the logistic loss, second order, with subsampled rows and columns
 * (Friedman, 2001 and 2002; Chen and Guestrin, 2016). The same data and seed give the same trees.
 */
final class BoostedTrees {

    private static final int LEVELS = 64;

    /**
     * What shapes the trees.
     *
     * @param columnShare columns that one tree may ask about
     * @param rowShare rows that one tree sees
     * @param lambda added to the second derivative of a leaf
     * @param minHessian of both sides of a question, as a sum over the rows of mean weight 1
     */
    record Options(
            int trees, int depth, double rate, double columnShare, double rowShare, double lambda, double minHessian) {}

    private final Options options;
    private final QuantisedTable table;

    BoostedTrees(Options options, QuantisedTable table) {
        this.options = options;
        this.table = table;
    }

    /** Trains on the rows of a set; those of weight 0 are left out. */
    ObliviousTrees train(float[] target, float[] weight, BitSet use) {
        int[] rows = use.stream().filter(i -> weight[i] > 0).toArray();
        return new Run(rows, target, weight).train();
    }

    private final class Run {
        private final int[] rows;
        private final float[] target;
        private final float[] weight;
        private final float[] score;
        private final float[] first;
        private final float[] second;
        private final byte[] leafOf;
        private final double scale;
        private final SplittableRandom random = new SplittableRandom(1);
        private final List<int[]> questions = new ArrayList<>();
        private final List<float[]> leaves = new ArrayList<>();
        private int[] sample;

        private Run(int[] rows, float[] target, float[] weight) {
            this.rows = rows;
            this.target = target;
            this.weight = weight;
            this.score = new float[target.length];
            this.first = new float[target.length];
            this.second = new float[target.length];
            this.leafOf = new byte[target.length];
            double sum = 0;
            for (int row : rows) {
                sum += weight[row];
            }
            this.scale = rows.length / sum;
        }

        private ObliviousTrees train() {
            double base = base();
            for (int t = 0; t < options.trees(); t++) {
                tree(t == 0 ? base : 0);
            }
            return result();
        }

        /** Log-odds of all rows, which the first tree carries in its leaves. */
        private double base() {
            double all = 0;
            double yes = 0;
            for (int row : rows) {
                all += weight[row];
                yes += weight[row] * target[row];
            }
            double base = Math.log(Math.max(yes, 1e-6) / Math.max(all - yes, 1e-6));
            for (int row : rows) {
                score[row] = (float) base;
            }
            return base;
        }

        private void tree(double base) {
            sample = Arrays.stream(rows)
                    .filter(row -> random.nextDouble() < options.rowShare())
                    .toArray();
            for (int row : sample) {
                double p = 1 / (1 + Math.exp(-score[row]));
                first[row] = (float) (weight[row] * scale * (p - target[row]));
                second[row] = (float) (weight[row] * scale * Math.max(1e-6, p * (1 - p)));
                leafOf[row] = 0;
            }
            int[] columns = IntStream.range(0, table.columns())
                    .filter(c -> random.nextDouble() < options.columnShare() && table.edges(c).length > 0)
                    .toArray();
            int[] asked = new int[options.depth() * 2];
            for (int level = 0; level < options.depth(); level++) {
                int depth = level;
                Question best = Arrays.stream(columns)
                        .parallel()
                        .mapToObj(c -> best(c, depth))
                        .reduce((a, b) -> b.gain() > a.gain() ? b : a)
                        .orElseThrow();
                asked[level * 2] = best.column();
                asked[level * 2 + 1] = best.bin();
                divide(best, level);
            }
            questions.add(asked);
            leaves(base, asked);
        }

        private void divide(Question question, int level) {
            byte[] values = table.values(question.column());
            for (int row : sample) {
                leafOf[row] |= (byte) (values[row] > question.bin() ? 1 << level : 0);
            }
        }

        private Question best(int column, int level) {
            int nodes = 1 << level;
            double[] g = new double[nodes * LEVELS];
            double[] h = new double[nodes * LEVELS];
            byte[] values = table.values(column);
            for (int row : sample) {
                int at = leafOf[row] * LEVELS + values[row];
                g[at] += first[row];
                h[at] += second[row];
            }
            int bins = table.edges(column).length;
            double[] gains = new double[bins];
            for (int node = 0; node < nodes; node++) {
                gains(g, h, node * LEVELS, gains);
            }
            int best = 0;
            for (int bin = 1; bin < bins; bin++) {
                best = gains[bin] > gains[best] ? bin : best;
            }
            return new Question(column, best, gains[best]);
        }

        private void gains(double[] g, double[] h, int from, double[] gains) {
            double allG = 0;
            double allH = 0;
            for (int bin = 0; bin <= gains.length; bin++) {
                allG += g[from + bin];
                allH += h[from + bin];
            }
            double lambda = options.lambda();
            double whole = allG * allG / (allH + lambda);
            double leftG = 0;
            double leftH = 0;
            for (int bin = 0; bin < gains.length; bin++) {
                leftG += g[from + bin];
                leftH += h[from + bin];
                double rightG = allG - leftG;
                double rightH = allH - leftH;
                if (leftH >= options.minHessian() && rightH >= options.minHessian()) {
                    gains[bin] += leftG * leftG / (leftH + lambda) + rightG * rightG / (rightH + lambda) - whole;
                }
            }
        }

        private void leaves(double base, int[] asked) {
            int count = 1 << options.depth();
            double[] g = new double[count];
            double[] h = new double[count];
            for (int row : sample) {
                g[leafOf[row]] += first[row];
                h[leafOf[row]] += second[row];
            }
            float[] values = new float[count];
            float[] stored = new float[count];
            for (int leaf = 0; leaf < count; leaf++) {
                values[leaf] = (float) (-options.rate() * g[leaf] / (h[leaf] + options.lambda()));
                stored[leaf] = (float) (values[leaf] + base);
            }
            leaves.add(stored);
            for (int row : rows) {
                score[row] += values[leaf(asked, row)];
            }
        }

        private int leaf(int[] asked, int row) {
            int leaf = 0;
            for (int level = 0; level < options.depth(); level++) {
                leaf |= table.values(asked[level * 2])[row] > asked[level * 2 + 1] ? 1 << level : 0;
            }
            return leaf;
        }

        private ObliviousTrees result() {
            Map<String, Integer> names = new LinkedHashMap<>();
            int count = questions.size() * options.depth();
            short[] feature = new short[count];
            float[] threshold = new float[count];
            float[] values = new float[questions.size() << options.depth()];
            for (int t = 0; t < questions.size(); t++) {
                for (int level = 0; level < options.depth(); level++) {
                    int column = questions.get(t)[level * 2];
                    int at = t * options.depth() + level;
                    feature[at] = (short) (int) names.computeIfAbsent(table.name(column), name -> names.size());
                    threshold[at] = table.edges(column)[questions.get(t)[level * 2 + 1]];
                }
                System.arraycopy(leaves.get(t), 0, values, t << options.depth(), leaves.get(t).length);
            }
            ObliviousTrees.Questions asked = new ObliviousTrees.Questions(feature, threshold);
            return new ObliviousTrees(options.depth(), List.copyOf(names.keySet()), asked, values);
        }
    }

    private record Question(int column, int bin, double gain) {}
}
