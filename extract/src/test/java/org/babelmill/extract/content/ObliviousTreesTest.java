package org.babelmill.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.extract.features.FeatureTable;

class ObliviousTreesTest {

    private static final float[] VALUES = {
        0, -0f, 1, -1, 0.5f, -3e9f, 3e9f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE
    };

    private static final int TREES = 3;
    private static final int FEATURES = 5;

    /** Whatever the depth, and for numbers of any sign and size, whose difference overflows. */
    @Property(tries = 300)
    void aRowScoresTheLeavesThatItsAnswersLeadTo(
            @ForAll @IntRange(min = 1, max = 7) int depth,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>();
        FeatureTable table = new FeatureTable(name -> true);
        for (int i = 0; i < FEATURES; i++) {
            names.add("feature-" + i);
            table.declare(names.get(i));
        }
        table.begin(rows);
        float[][] values = new float[FEATURES][rows];
        for (int i = 0; i < FEATURES; i++) {
            for (int row = 0; row < rows; row++) {
                values[i][row] = value(random);
                table.set(table.index(names.get(i)), row, values[i][row]);
            }
        }
        short[] feature = new short[TREES * depth];
        float[] threshold = new float[feature.length];
        for (int i = 0; i < feature.length; i++) {
            feature[i] = (short) random.nextInt(FEATURES);
            threshold[i] = value(random);
        }
        float[] leaves = new float[TREES << depth];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = random.nextInt(1000);
        }
        ObliviousTrees trees =
                new ObliviousTrees(depth, names, new ObliviousTrees.Questions(feature, threshold), leaves);

        float[] scores = new float[rows];
        trees.score(table, trees.columns(table), scores, new int[rows]);

        for (int row = 0; row < rows; row++) {
            float expected = 0;
            for (int tree = 0; tree < TREES; tree++) {
                int leaf = 0;
                for (int level = 0; level < depth; level++) {
                    int question = tree * depth + level;
                    leaf |= values[feature[question]][row] > threshold[question] ? 1 << level : 0;
                }
                expected += leaves[(tree << depth) + leaf];
            }
            assertThat(scores[row]).isEqualTo(expected);
        }
    }

    private static float value(SplittableRandom random) {
        return VALUES[random.nextInt(VALUES.length)];
    }
}
