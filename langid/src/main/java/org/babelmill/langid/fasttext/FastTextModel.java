package org.babelmill.langid.fasttext;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.babelmill.langid.ModelFormatException;

/**
 * A supervised fastText model. Immutable and shared by threads. Matrices that are not quantised stay in the file, which is
 * mapped: it must not be changed while the model is in use, and takes no heap.
 */
public final class FastTextModel {

    private final Header header;
    private final Vocabulary vocabulary;
    private final Matrix input;
    private final OutputLayer output;

    private FastTextModel(Header header, Vocabulary vocabulary, Matrix input, OutputLayer output) {
        this.header = header;
        this.vocabulary = vocabulary;
        this.input = input;
        this.output = output;
    }

    /**
     * Reads a {@code .bin} or {@code .ftz} file, version 11 or 12.
     *
     * @throws ModelFormatException when the file is no such model or damaged; says at which byte
     */
    public static FastTextModel read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(new FileInput(file.toString(), channel));
        }
    }

    private static FastTextModel read(FileInput in) throws IOException {
        Header header = Header.read(in);
        Vocabulary vocabulary = Vocabulary.read(in);
        boolean quantised = in.bool();
        if (!quantised && vocabulary.isPruned()) {
            throw in.problem("n-grams were pruned but the matrix is not quantised; the model is outdated");
        }
        Matrix input = checked(in, "input", Matrix.read(in, quantised), header.dimension());
        long rows = Math.max(
                vocabulary.words(),
                header.maxChars() > 0 || header.wordNgrams() > 1
                        ? vocabulary.maxRow(header.buckets()) + 1
                        : vocabulary.words());
        in.within("rows of the input matrix", input.rows(), rows, Long.MAX_VALUE);
        boolean outputQuantised = in.bool();
        Matrix output = checked(in, "output", Matrix.read(in, quantised && outputQuantised), header.dimension());
        int labels = vocabulary.labels().size();
        in.within("rows of the output matrix", output.rows(), labels, labels);
        return new FastTextModel(header, vocabulary, input, OutputLayer.of(header.loss(), output, vocabulary));
    }

    private static Matrix checked(FileInput in, String what, Matrix matrix, int columns) throws IOException {
        in.within("columns of the " + what + " matrix", matrix.columns(), columns, columns);
        return matrix;
    }

    /** The labels as they stand in the file, such as {@code __label__de}, by number. */
    public List<String> labels() {
        return vocabulary.labels();
    }

    /** Working memory for one thread. */
    public Predictor newPredictor() {
        return new Predictor();
    }

    /** Predicts labels of text after text; one thread at a time. */
    public final class Predictor {

        private final Features features = new Features(header, vocabulary, input);
        private final float[] scratch = new float[header.dimension()];
        private final float[] probabilities = new float[vocabulary.labels().size()];

        private Predictor() {}

        /**
         * Predicts.
         *
         * @param text UTF-8; line ends count as spaces
         * @param floor probabilities below this are not needed and may be given as 0
         * @return number of the most likely label; -1 where the model knows nothing in the text
         */
        public int predict(byte[] text, int from, int to, float floor) {
            if (!features.read(text, from, to)) {
                return -1;
            }
            output.probabilities(features.vector(), floor, probabilities, scratch);
            int best = 0;
            for (int label = 1; label < probabilities.length; label++) {
                if (probabilities[label] > probabilities[best]) {
                    best = label;
                }
            }
            return best;
        }

        /** Probability of a label for the text read last, as fastText prints it: up to 1.00001. */
        public float probability(int label) {
            return probabilities[label];
        }
    }
}
