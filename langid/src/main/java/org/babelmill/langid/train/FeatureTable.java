package org.babelmill.langid.train;

import it.unimi.dsi.fastutil.objects.Object2DoubleMap;
import it.unimi.dsi.fastutil.objects.Object2DoubleOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.babelmill.langid.ngram.NgramKeys;

/**
 * How common words and n-grams are in a language. Order 0 holds whole words, order n the n-grams of the words with a
 * space at either end; order 1 letters only. A frequency is a share of all features of its order.
 */
public final class FeatureTable {

    /** Highest order. */
    public static final int MAX_ORDER = NgramKeys.MAX_ORDER;

    private final List<Object2DoubleOpenHashMap<String>> frequencies = new ArrayList<>();

    FeatureTable() {
        for (int order = 0; order <= MAX_ORDER; order++) {
            frequencies.add(new Object2DoubleOpenHashMap<>());
        }
    }

    /**
     * The table of a text given by its words.
     *
     * @param words words with weights; sorted, so that sums come out the same every time
     */
    public static FeatureTable ofWords(List<Weighted> words) {
        FeatureTable table = new FeatureTable();
        double[] totals = new double[MAX_ORDER + 1];
        for (Weighted word : words) {
            table.addWord(word.text(), word.weight(), totals);
        }
        for (int order = 0; order <= MAX_ORDER; order++) {
            double total = totals[order];
            table.frequencies.get(order).replaceAll((feature, weight) -> weight / total);
        }
        return table;
    }

    /** The table of counted words. */
    public static FeatureTable ofCounts(List<WordCounts.WordCount> counts) {
        return ofWords(counts.stream()
                .map(count -> new Weighted(count.word(), count.count()))
                .toList());
    }

    /**
     * A table between two: each frequency is {@code share} of the other's and the rest of this one's.
     *
     * @param share from 0 to 1
     */
    public FeatureTable mix(FeatureTable other, double share) {
        FeatureTable mixed = new FeatureTable();
        for (int order = 0; order <= MAX_ORDER; order++) {
            Object2DoubleOpenHashMap<String> target = mixed.frequencies.get(order);
            // Filling a small table in the order of another hash table would be quadratic.
            target.ensureCapacity(
                    frequencies.get(order).size() + other.frequencies.get(order).size());
            for (Object2DoubleMap.Entry<String> e : frequencies.get(order).object2DoubleEntrySet()) {
                target.addTo(e.getKey(), (1 - share) * e.getDoubleValue());
            }
            for (Object2DoubleMap.Entry<String> e : other.frequencies.get(order).object2DoubleEntrySet()) {
                target.addTo(e.getKey(), share * e.getDoubleValue());
            }
        }
        return mixed;
    }

    /** The most common features of an order, in no order; of equally common ones at the limit those of smaller text. */
    public List<Weighted> common(int order, int limit) {
        Object2DoubleOpenHashMap<String> all = frequencies.get(order);
        double[] sorted = all.values().toDoubleArray();
        Arrays.sort(sorted);
        double floor = sorted.length <= limit ? 0 : sorted[sorted.length - limit];
        List<Weighted> common = new ArrayList<>();
        List<Weighted> ties = new ArrayList<>();
        for (Object2DoubleMap.Entry<String> e : all.object2DoubleEntrySet()) {
            if (e.getDoubleValue() > floor) {
                common.add(new Weighted(e.getKey(), e.getDoubleValue()));
            } else if (e.getDoubleValue() == floor && floor > 0) {
                ties.add(new Weighted(e.getKey(), floor));
            }
        }
        ties.sort(Comparator.comparing(Weighted::text));
        common.addAll(ties.subList(0, Math.min(ties.size(), limit - common.size())));
        return common;
    }

    /** A table of the most common features alone. */
    public FeatureTable trimmed(Limits limits) {
        FeatureTable smaller = new FeatureTable();
        for (int order = 0; order <= MAX_ORDER; order++) {
            List<Weighted> common = common(order, limits.of(order));
            smaller.frequencies.get(order).ensureCapacity(common.size());
            for (Weighted feature : common) {
                smaller.put(order, feature.text(), feature.weight());
            }
        }
        return smaller;
    }

    /** The frequency of a feature, 0 where the language does not have it. */
    public double frequency(int order, String feature) {
        return frequencies.get(order).getDouble(feature);
    }

    void put(int order, String feature, double frequency) {
        frequencies.get(order).put(feature, frequency);
    }

    private void addWord(String word, double weight, double[] totals) {
        frequencies.get(0).addTo(word, weight);
        totals[0] += weight;
        for (int i = 0; i < word.length(); i++) {
            frequencies.get(1).addTo(word.substring(i, i + 1), weight);
        }
        totals[1] += weight * word.length();
        String padded = " " + word + " ";
        for (int order = 2; order <= MAX_ORDER; order++) {
            for (int i = 0; i + order <= padded.length(); i++) {
                frequencies.get(order).addTo(padded.substring(i, i + order), weight);
                totals[order] += weight;
            }
        }
    }

    /**
     * How many features of an order a language keeps.
     *
     * @param words whole words
     * @param grams n-grams of each order
     */
    public record Limits(int words, int grams) {

        public Limits {
            if (words < 1 || grams < 1) {
                throw new IllegalArgumentException("limits must be 1 or more: words " + words + ", n-grams " + grams);
            }
        }

        int of(int order) {
            return order == 0 ? words : grams;
        }
    }

    /** A feature or word and a number that goes with it. */
    public record Weighted(String text, double weight) {}
}
