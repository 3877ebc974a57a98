package org.babelmill.langid.fasttext;

/** A text's vector to the probabilities of the labels. Immutable. */
sealed interface OutputLayer permits OutputLayer.Softmax, OutputLayer.OneVsAll, LabelTree {

    /** What fastText adds before it takes a logarithm; it shows in the probabilities that it prints. */
    float EPSILON = 1e-5f;

    /**
     * Writes the probability of each label.
     *
     * @param floor where that saves work, 0 is written for labels that are less likely than this
     * @param scratch room for one row of the matrix
     */
    void probabilities(float[] vector, float floor, float[] probabilities, float[] scratch);

    static OutputLayer of(Header.Loss loss, Matrix matrix, Vocabulary vocabulary) {
        return switch (loss) {
            case SOFTMAX -> new Softmax(matrix);
            case NEGATIVE_SAMPLING, ONE_VS_ALL -> new OneVsAll(matrix);
            case HIERARCHICAL_SOFTMAX -> LabelTree.of(matrix, vocabulary.labelCounts());
        };
    }

    /** Probabilities that sum to one. */
    record Softmax(Matrix matrix) implements OutputLayer {

        @Override
        public void probabilities(float[] vector, float floor, float[] probabilities, float[] scratch) {
            float max = Float.NEGATIVE_INFINITY;
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label] = matrix.dot(vector, label, scratch);
                max = Math.max(max, probabilities[label]);
            }
            float sum = 0;
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label] = (float) StrictMath.exp(probabilities[label] - max);
                sum += probabilities[label];
            }
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label] = probabilities[label] / sum + EPSILON;
            }
        }
    }

    /** Each label by itself: a logistic function, in the steps in which fastText tabulates it. */
    final class OneVsAll implements OutputLayer {

        private static final int STEPS = 512;
        private static final int RANGE = 8;

        private final Matrix matrix;
        private final float[] table = new float[STEPS + 1];

        OneVsAll(Matrix matrix) {
            this.matrix = matrix;
            for (int i = 0; i <= STEPS; i++) {
                float x = i * 2f * RANGE / STEPS - RANGE;
                table[i] = (float) (1 / (1 + StrictMath.exp(-x)));
            }
        }

        @Override
        public void probabilities(float[] vector, float floor, float[] probabilities, float[] scratch) {
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label] = sigmoid(matrix.dot(vector, label, scratch)) + EPSILON;
            }
        }

        private float sigmoid(float x) {
            if (x < -RANGE) {
                return 0;
            }
            return x > RANGE ? 1 : table[(int) ((x + RANGE) * STEPS / RANGE / 2)];
        }
    }
}
