package org.babelmill.langid.train;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.Arrays;
import java.util.function.Supplier;
import org.babelmill.langid.lingua.LinguaTable;

/**
 * Words and padded n-grams out of Lingua's tables, which hold runs of one to five letters inside words and nothing about
 * where words begin and end.
 *
 * <p>They are complete counts, so what is missing follows: a run that occurs more often than all its continuations to the
 * left together stands at the beginning of a word for the rest of the time, and likewise at the end. That gives words of
 * up to three letters, beginnings and endings of up to four, exactly. Longer words and six-letter runs are estimated as a
 * Markov chain in which a letter depends on the four before it: every chain from the beginning to the end of a word that
 * is more likely than a floor is taken as a word.
 */
final class LinguaFeatures {

    /** Chains less likely than this, in shares of all words, are not followed. */
    static final double WORD_FLOOR = 1e-6;

    /** Six-letter runs rarer than this, in shares of all letters, are not taken. */
    private static final double RUN_FLOOR = 2e-7;

    /** Differences below this are rounding, not counts. */
    private static final double NOTHING = 1e-11;

    private static final int CONTEXT = LinguaTable.MAX_ORDER - 1;
    private static final int LONGEST_WORD = 30;

    private final LinguaTable table;
    private final int bits;
    private final double[][] joint = new double[LinguaTable.MAX_ORDER + 1][];
    private final double[][] begins = new double[CONTEXT + 1][];
    private final double[][] ends = new double[CONTEXT + 1][];
    private final int[][] children = new int[LinguaTable.MAX_ORDER][];
    private final int[][] tails = new int[LinguaTable.MAX_ORDER + 1][];
    private final FeatureTable.Limits limits;
    private final FeatureTable features = new FeatureTable();
    private final DoubleArrayList[] shares = new DoubleArrayList[FeatureTable.MAX_ORDER + 1];
    private final double[] floors = new double[FeatureTable.MAX_ORDER + 1];
    private final char[] chain = new char[LONGEST_WORD];
    private final double[] totals = new double[FeatureTable.MAX_ORDER + 1];
    private double words;

    private LinguaFeatures(LinguaTable table, FeatureTable.Limits limits) {
        this.table = table;
        this.limits = limits;
        this.bits = table.bits();
    }

    /** The features of a language of Lingua's; at least as many of the most common ones as the limits allow. */
    static FeatureTable of(LinguaTable table, FeatureTable.Limits limits) {
        LinguaFeatures derivation = new LinguaFeatures(table, limits);
        if (table.hasSequences()) {
            derivation.derive();
        } else {
            derivation.letters();
        }
        return derivation.features;
    }

    /** Logographic scripts: each letter is a word. */
    private void letters() {
        for (int i = 0; i < table.grams(1).length; i++) {
            features.put(0, table.text(table.grams(1)[i], 1), table.probabilities(1)[i]);
        }
    }

    private void derive() {
        joint[1] = table.probabilities(1).clone();
        for (int order = 1; order < LinguaTable.MAX_ORDER; order++) {
            extend(order);
        }
        for (int order = 1; order <= CONTEXT; order++) {
            boundaries(order);
        }
        words = sum(begins[1]);
        countGrams();
        for (int order = 1; order <= FeatureTable.MAX_ORDER; order++) {
            shares[order] = new DoubleArrayList();
        }
        grams();
        for (int order = 1; order <= FeatureTable.MAX_ORDER; order++) {
            floors[order] = floor(shares[order], limits.of(order));
            shares[order] = null;
        }
        grams();
        longWords();
    }

    /** Goes through all n-grams: the first time to see how common they are, the second to take the common ones. */
    private void grams() {
        shortWords();
        for (int order = 1; order <= LinguaTable.MAX_ORDER; order++) {
            runs(order);
        }
        sixes();
    }

    private static double floor(DoubleArrayList shares, int limit) {
        double[] sorted = shares.toDoubleArray();
        Arrays.sort(sorted);
        return sorted.length <= limit ? 0 : sorted[sorted.length - limit];
    }

    /**
     * Joint probabilities of the next order, where the continuations of each n-gram of this order begin, and which n-gram
     * of this order each of them ends with.
     */
    private void extend(int order) {
        long[] grams = table.grams(order);
        long[] longer = table.grams(order + 1);
        joint[order + 1] = new double[longer.length];
        tails[order + 1] = new int[longer.length];
        long suffix = (1L << (order * bits)) - 1;
        children[order] = new int[grams.length + 1];
        int next = 0;
        for (int i = 0; i < grams.length; i++) {
            children[order][i] = next;
            while (next < longer.length && longer[next] >>> bits == grams[i]) {
                joint[order + 1][next] = joint[order][i] * table.probabilities(order + 1)[next];
                tails[order + 1][next] = Arrays.binarySearch(grams, longer[next] & suffix);
                next++;
            }
        }
        children[order][grams.length] = next;
    }

    private void boundaries(int order) {
        begins[order] = joint[order].clone();
        ends[order] = joint[order].clone();
        for (int i = 0; i < joint[order].length; i++) {
            for (int child = children[order][i]; child < children[order][i + 1]; child++) {
                ends[order][i] -= joint[order + 1][child];
                begins[order][tails[order + 1][child]] -= joint[order + 1][child];
            }
        }
    }

    /** Words of one to three letters: what begins like them, less what begins like them and goes on. */
    private void shortWords() {
        for (int order = 1; order < CONTEXT; order++) {
            for (int i = 0; i < begins[order].length; i++) {
                double share = begins[order][i];
                for (int child = children[order][i]; child < children[order][i + 1]; child++) {
                    share -= begins[order + 1][child];
                }
                if (share > NOTHING) {
                    shortWord(order, i, share);
                }
            }
        }
    }

    private void shortWord(int order, int i, double share) {
        if (shares[order] == null) {
            features.put(0, table.text(table.grams(order)[i], order), share / words);
        }
        offer(order + 2, share, () -> " " + table.text(table.grams(order)[i], order) + " ");
    }

    /** N-grams inside words, at their beginnings and at their ends. */
    private void runs(int order) {
        long[] grams = table.grams(order);
        for (int n = 0; n < grams.length; n++) {
            long gram = grams[n];
            offer(order, joint[order][n], () -> table.text(gram, order));
            if (order <= CONTEXT) {
                offer(order + 1, begins[order][n], () -> " " + table.text(gram, order));
                offer(order + 1, ends[order][n], () -> table.text(gram, order) + " ");
            }
        }
    }

    private void sixes() {
        for (int i = 0; i < joint[CONTEXT].length; i++) {
            long gram = table.grams(CONTEXT)[i];
            double share = begins[CONTEXT][i] * ends[CONTEXT][i] / joint[CONTEXT][i];
            offer(6, share, () -> " " + table.text(gram, CONTEXT) + " ");
        }
        for (int head = 0; head < joint[CONTEXT].length; head++) {
            for (int five = children[CONTEXT][head]; five < children[CONTEXT][head + 1]; five++) {
                if (joint[5][five] >= RUN_FLOOR) {
                    six(head, five);
                }
            }
        }
    }

    /** Five letters, number {@code five}, of which the first four are n-gram number {@code head}, and a sixth. */
    private void six(int head, int five) {
        long gram = table.grams(5)[five];
        double share = joint[5][five];
        int tail = tails[5][five];
        offer(6, begins[CONTEXT][head] * share / joint[CONTEXT][head], () -> " " + table.text(gram, 5));
        offer(6, share * ends[CONTEXT][tail] / joint[CONTEXT][tail], () -> table.text(gram, 5) + " ");
        for (int child = children[CONTEXT][tail]; child < children[CONTEXT][tail + 1]; child++) {
            char last = table.last(table.grams(5)[child]);
            offer(6, share * table.probabilities(5)[child], () -> table.text(gram, 5) + last);
        }
    }

    private void longWords() {
        for (int i = 0; i < begins[CONTEXT].length; i++) {
            double share = begins[CONTEXT][i] / words;
            if (share >= WORD_FLOOR) {
                table.text(table.grams(CONTEXT)[i], CONTEXT).getChars(0, CONTEXT, chain, 0);
                follow(i, CONTEXT, share);
            }
        }
    }

    /** Follows all chains that go on from the last four letters, n-gram number {@code last}. */
    private void follow(int last, int length, double share) {
        double word = share * ends[CONTEXT][last] / joint[CONTEXT][last];
        if (word >= WORD_FLOOR) {
            features.put(0, new String(chain, 0, length), word);
        }
        if (length == LONGEST_WORD) {
            return;
        }
        for (int child = children[CONTEXT][last]; child < children[CONTEXT][last + 1]; child++) {
            double longer = share * table.probabilities(5)[child];
            if (longer >= WORD_FLOOR) {
                chain[length] = table.last(table.grams(5)[child]);
                follow(tails[5][child], length + 1, longer);
            }
        }
    }

    /** An n-gram with its share of all letters. */
    private void offer(int order, double share, Supplier<String> text) {
        if (share < (order == 6 ? RUN_FLOOR : NOTHING)) {
            return;
        }
        if (shares[order] != null) {
            shares[order].add(share);
        } else if (share >= floors[order]) {
            features.put(order, text.get(), share / totals[order]);
        }
    }

    /** A word of n letters has as many padded n-grams of an order as it has runs of two letters less, if it has any. */
    private void countGrams() {
        totals[1] = 1;
        totals[2] = 1 + words;
        for (int order = 3; order <= FeatureTable.MAX_ORDER; order++) {
            totals[order] = sum(joint[order - 2]);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
