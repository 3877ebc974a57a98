package org.babelmill.extract.content;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.babelmill.extract.features.FeatureTable;

/**
 * A sum of decision trees that ask one question a level, the same for every node of it, so that the answers are the
 * index of a leaf (Kohavi and Li, 1995; gradient boosting after Friedman, 2001). Immutable and safe to share.
 */
public final class ObliviousTrees {

    private static final int MAX_SIZE = 1 << 20;

    private final int depth;
    private final List<String> features;
    private final short[] feature;
    private final float[] threshold;
    private final int[] thresholdKey;
    private final float[] leaf;

    /**
     * @param depth questions of every tree
     * @param features names of all features that are asked for
     * @param questions index in {@code features} and threshold of each question, tree by tree
     * @param leaves values, {@code 1 << depth} a tree
     */
    public ObliviousTrees(int depth, List<String> features, Questions questions, float[] leaves) {
        this.depth = depth;
        this.features = List.copyOf(features);
        this.feature = questions.feature().clone();
        this.threshold = questions.threshold().clone();
        this.thresholdKey = new int[threshold.length];
        Arrays.setAll(thresholdKey, i -> FeatureTable.key(threshold[i]));
        this.leaf = leaves.clone();
        if (feature.length != threshold.length || leaf.length != trees() << depth) {
            throw new IllegalArgumentException("sizes do not match");
        }
        for (short index : feature) {
            if (index < 0 || index >= features.size()) {
                throw new IllegalArgumentException("no feature " + index);
            }
        }
    }

    /** Questions, {@code depth} a tree: whether a feature is above a threshold. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of arguments, never compared
    public record Questions(short[] feature, float[] threshold) {

        public Questions {
            requireNonNull(feature, "feature");
            requireNonNull(threshold, "threshold");
        }
    }

    private int trees() {
        return feature.length / depth;
    }

    /** Names of the features that the trees ask for. */
    public List<String> features() {
        return features;
    }

    /** Numbers of the features' columns in a table, for {@link #score}. */
    public int[] columns(FeatureTable table) {
        return features.stream().mapToInt(table::index).toArray();
    }

    /**
     * Scores every row of a table: log-odds.
     *
     * @param columns of the table, from {@link #columns}
     * @param scores at least as long as the table has rows; overwritten
     * @param index scratch of the same length
     */
    public void score(FeatureTable table, int[] columns, float[] scores, int[] index) {
        int rows = table.rows();
        Arrays.fill(scores, 0, rows, 0);
        for (int tree = 0; tree < trees(); tree++) {
            Arrays.fill(index, 0, rows, tree << depth);
            int level = 0;
            for (; level + 3 <= depth; level += 3) {
                answerThree(table, columns, tree * depth + level, level, index);
            }
            for (; level < depth; level++) {
                int question = tree * depth + level;
                answer(table.keys(columns[feature[question]]), thresholdKey[question], level, rows, index);
            }
            for (int row = 0; row < rows; row++) {
                scores[row] += leaf[index[row]];
            }
        }
    }

    /** Three questions in one pass: the index is read and written once for all of them. */
    private void answerThree(FeatureTable table, int[] columns, int question, int level, int[] index) {
        int[] one = table.keys(columns[feature[question]]);
        int[] two = table.keys(columns[feature[question + 1]]);
        int[] three = table.keys(columns[feature[question + 2]]);
        int first = thresholdKey[question];
        int second = thresholdKey[question + 1];
        int third = thresholdKey[question + 2];
        int rows = table.rows();
        for (int row = 0; row < rows; row++) {
            int a = first - one[row];
            int b = second - two[row];
            int c = third - three[row];
            int belowA = a ^ ((first ^ one[row]) & (a ^ first));
            int belowB = b ^ ((second ^ two[row]) & (b ^ second));
            int belowC = c ^ ((third ^ three[row]) & (c ^ third));
            int answers = (belowA >>> 31) | ((belowB >>> 31) << 1) | ((belowC >>> 31) << 2);
            index[row] += answers << level;
        }
    }

    /** Without a branch, so that it is compiled to vector instructions: the sign of a difference that may overflow. */
    private static void answer(int[] keys, int threshold, int level, int rows, int[] index) {
        for (int row = 0; row < rows; row++) {
            int key = keys[row];
            int difference = threshold - key;
            int below = difference ^ ((threshold ^ key) & (difference ^ threshold));
            index[row] += (below >>> 31) << level;
        }
    }

    /** Writes the trees, to be read by {@link #read}. */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(depth);
        out.writeInt(features.size());
        for (String name : features) {
            out.writeUTF(name);
        }
        out.writeInt(trees());
        for (int i = 0; i < feature.length; i++) {
            out.writeShort(feature[i]);
            out.writeFloat(threshold[i]);
        }
        for (float value : leaf) {
            out.writeFloat(value);
        }
    }

    /** Reads trees. */
    static ObliviousTrees read(DataInputStream in) throws IOException {
        int depth = in.readUnsignedByte();
        String[] names = new String[size(in)];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.readUTF();
        }
        int trees = size(in);
        short[] feature = new short[trees * depth];
        float[] threshold = new float[trees * depth];
        for (int i = 0; i < feature.length; i++) {
            feature[i] = in.readShort();
            threshold[i] = in.readFloat();
        }
        float[] leaf = new float[trees << depth];
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = in.readFloat();
        }
        return new ObliviousTrees(depth, List.of(names), new Questions(feature, threshold), leaf);
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MAX_SIZE) {
            throw new IOException("no size: " + size);
        }
        return size;
    }
}
