package org.babelmill.jobs.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * FineWeb2's rehydration: copies follow from how many documents of each cluster size the filters removed. Sizes whose
 * documents are removed less often than the language's average are repeated, those with the lowest rate most.
 *
 * <p>From the description that FineWeb2 publishes (misc/rehydration): one point for each cluster size and one for the
 * tail; {@code 1 + (R - 1) (rate - global) / (lowest - global)} copies where the rate is below the global one; a moving
 * average over five points that leaves two points at either end as they are; rounding half to even. The order of the
 * floating-point operations is that of the published tables: halves decide some of them.
 */
public final class Rehydration {

    private static final int WINDOW = 5;

    /** Sizes that together hold at most this share of a language's documents are one point. */
    private static final double TAIL_SHARE = 0.001;

    private Rehydration() {}

    /**
     * What the filters did to the documents of one cluster size.
     *
     * @param size number of members, from 1
     * @param documents how many documents came to the filters, one a cluster
     * @param removed how many of them the filters removed
     */
    public record SizeCount(long size, long documents, long removed) {}

    /**
     * The table of one language.
     *
     * @param counts one entry a cluster size, ascending
     * @param maxCopies most copies of a document, at least 1
     */
    public static CopyTable table(List<SizeCount> counts, int maxCopies) {
        long documents = counts.stream().mapToLong(SizeCount::documents).sum();
        long removed = counts.stream().mapToLong(SizeCount::removed).sum();
        if (documents == 0) {
            return CopyTable.single();
        }
        List<SizeCount> points = withTail(counts, documents);
        long[] sizes = points.stream().mapToLong(SizeCount::size).toArray();
        double[] rates = points.stream()
                .mapToDouble(c -> 100.0 * c.removed() / c.documents())
                .toArray();
        return table(sizes, rates, 100.0 * removed / documents, maxCopies);
    }

    /**
     * The table from rates.
     *
     * @param sizes cluster sizes, ascending; the last one stands for all above it
     * @param rates removal rate of each size, in any unit
     * @param global removal rate of all sizes together, in the same unit
     */
    static CopyTable table(long[] sizes, double[] rates, double global, int maxCopies) {
        double lowest = global;
        for (double rate : rates) {
            lowest = Math.min(lowest, rate);
        }
        double[] copies = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            copies[i] = rates[i] >= global ? 1 : 1 + (maxCopies - 1) * ((rates[i] - global) / (lowest - global));
        }
        double[] smooth = smoothed(copies);
        Map<Long, Integer> table = new TreeMap<>();
        int before = 0;
        for (int i = 0; i < sizes.length; i++) {
            int rounded = (int) Math.rint(smooth[i]);
            if (rounded != before) {
                table.put(table.isEmpty() ? 1L : sizes[i], rounded);
            }
            before = rounded;
        }
        return new CopyTable(table);
    }

    private static double[] smoothed(double[] values) {
        double[] smooth = values.clone();
        int half = WINDOW / 2;
        for (int i = half; i < values.length - half; i++) {
            double sum = 0;
            for (int j = i - half; j <= i + half; j++) {
                sum += values[j] * (1.0 / WINDOW);
            }
            smooth[i] = sum;
        }
        return smooth;
    }

    private static List<SizeCount> withTail(List<SizeCount> counts, long documents) {
        long left = documents;
        for (int i = 0; i < counts.size(); i++) {
            left -= counts.get(i).documents();
            if (left <= documents * TAIL_SHARE && i + 1 < counts.size()) {
                List<SizeCount> points = new ArrayList<>(counts.subList(0, i + 1));
                List<SizeCount> rest = counts.subList(i + 1, counts.size());
                points.add(new SizeCount(
                        rest.get(0).size(),
                        rest.stream().mapToLong(SizeCount::documents).sum(),
                        rest.stream().mapToLong(SizeCount::removed).sum()));
                return points;
            }
        }
        return counts;
    }
}
