package org.babelmill.langid.fasttext;

import java.util.Arrays;

/**
 * Hierarchical softmax: labels are the leaves of the Huffman tree of their counts, and each inner node decides between
 * left and right.
 */
final class LabelTree implements OutputLayer {

    private static final long UNBUILT = 1_000_000_000_000_000L;

    private final Matrix matrix;
    private final int labels;
    private final int[] left;
    private final int[] right;

    private LabelTree(Matrix matrix, int labels) {
        this.matrix = matrix;
        this.labels = labels;
        this.left = new int[2 * labels - 1];
        this.right = new int[2 * labels - 1];
    }

    /** @param counts of the labels, falling; fastText builds its tree by going through them from the end */
    static LabelTree of(Matrix matrix, long[] counts) {
        int labels = counts.length;
        LabelTree tree = new LabelTree(matrix, labels);
        long[] weights = Arrays.copyOf(counts, 2 * labels - 1);
        Arrays.fill(weights, labels, weights.length, UNBUILT);
        int leaf = labels - 1;
        int node = labels;
        for (int parent = labels; parent < weights.length; parent++) {
            int[] smallest = new int[2];
            for (int side = 0; side < 2; side++) {
                smallest[side] = leaf >= 0 && weights[leaf] < weights[node] ? leaf-- : node++;
            }
            tree.left[parent] = smallest[0];
            tree.right[parent] = smallest[1];
            weights[parent] = weights[smallest[0]] + weights[smallest[1]];
        }
        return tree;
    }

    @Override
    public void probabilities(float[] vector, float floor, float[] probabilities, float[] scratch) {
        float[] reached = new float[left.length];
        reached[left.length - 1] = 1;
        for (int node = left.length - 1; node >= labels; node--) {
            if (reached[node] >= floor) {
                float decision = (float) (1 / (1 + StrictMath.exp(-matrix.dot(vector, node - labels, scratch))));
                reached[left[node]] = reached[node] * (1 - decision + EPSILON);
                reached[right[node]] = reached[node] * (decision + EPSILON);
            }
        }
        System.arraycopy(reached, 0, probabilities, 0, labels);
    }
}
