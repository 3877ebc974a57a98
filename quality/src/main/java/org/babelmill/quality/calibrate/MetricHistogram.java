package org.babelmill.quality.calibrate;

import it.unimi.dsi.fastutil.ints.Int2LongAVLTreeMap;
import it.unimi.dsi.fastutil.ints.Int2LongMap;
import java.io.Serializable;

/**
 * The distribution of a metric: counts by value, values told apart to one part in a thousand. Pieces merge in any order to
 * the same result, bit for bit, because only whole numbers are added up. Zero has a bin of its own; negative values and
 * NaN are not counted. Not thread-safe.
 */
public final class MetricHistogram implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Ten bits of the mantissa are kept. */
    private static final int SHIFT = 42;

    private static final double TRIMMED = 0.01;

    private final Int2LongAVLTreeMap bins = new Int2LongAVLTreeMap();
    private long count;

    /** Counts a value. */
    public void add(double value) {
        if (value >= 0) {
            bins.addTo(bin(value), 1);
            count++;
        }
    }

    /** Adds all that another one counted. */
    public void merge(MetricHistogram other) {
        for (Int2LongMap.Entry entry : other.bins.int2LongEntrySet()) {
            bins.addTo(entry.getIntKey(), entry.getLongValue());
        }
        count += other.count;
    }

    /** How many values were counted. */
    public long count() {
        return count;
    }

    /**
     * The mean of all values but the lowest and the highest hundredth, rounded up to whole values; NaN of fewer than three.
     * One broken text in a hundred does not move it.
     */
    public double mean() {
        return moment(0, 1);
    }

    /** The standard deviation of the values that {@link #mean()} rests on. */
    public double deviation() {
        return Math.sqrt(moment(mean(), 2));
    }

    private double moment(double center, int power) {
        long cut = (long) Math.ceil(TRIMMED * count);
        long seen = 0;
        double sum = 0;
        for (Int2LongMap.Entry entry : bins.int2LongEntrySet()) {
            long from = Math.max(seen, cut);
            seen += entry.getLongValue();
            long kept = Math.max(0, Math.min(seen, count - cut) - from);
            double distance = value(entry.getIntKey()) - center;
            sum += kept * (power == 1 ? distance : distance * distance);
        }
        return count > 2 * cut ? sum / (count - 2 * cut) : Double.NaN;
    }

    /** The smallest value that at least a share {@code q} of the values do not exceed; NaN of nothing. */
    public double quantile(double q) {
        long wanted = Math.max(1, (long) Math.ceil(q * count));
        long seen = 0;
        for (Int2LongMap.Entry entry : bins.int2LongEntrySet()) {
            seen += entry.getLongValue();
            if (seen >= wanted) {
                return value(entry.getIntKey());
            }
        }
        return Double.NaN;
    }

    /** The middle value; NaN of nothing. */
    public double median() {
        return quantile(0.5);
    }

    /** The share of values below a limit; 0 of nothing. */
    public double shareBelow(double limit) {
        long below = 0;
        for (Int2LongMap.Entry entry : bins.int2LongEntrySet()) {
            below += value(entry.getIntKey()) < limit ? entry.getLongValue() : 0;
        }
        return count == 0 ? 0 : below / (double) count;
    }

    /** The share of values above a limit; 0 of nothing. */
    public double shareAbove(double limit) {
        long above = 0;
        for (Int2LongMap.Entry entry : bins.int2LongEntrySet()) {
            above += value(entry.getIntKey()) > limit ? entry.getLongValue() : 0;
        }
        return count == 0 ? 0 : above / (double) count;
    }

    /** The bins as text, {@code bin:count} with spaces between. */
    String write() {
        StringBuilder text = new StringBuilder();
        for (Int2LongMap.Entry entry : bins.int2LongEntrySet()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(entry.getIntKey())
                    .append(':')
                    .append(entry.getLongValue());
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote. */
    static MetricHistogram read(String text) {
        MetricHistogram histogram = new MetricHistogram();
        for (String entry : text.isEmpty() ? new String[0] : text.split(" ")) {
            int colon = entry.indexOf(':');
            long count = Long.parseLong(entry.substring(colon + 1));
            histogram.bins.put(Integer.parseInt(entry.substring(0, colon)), count);
            histogram.count += count;
        }
        return histogram;
    }

    private static int bin(double value) {
        return (int) (Double.doubleToLongBits(value + 0.0) >>> SHIFT);
    }

    /** The middle of a bin. */
    private static double value(int bin) {
        return bin == 0 ? 0 : Double.longBitsToDouble(((long) bin << SHIFT) + (1L << (SHIFT - 1)));
    }
}
