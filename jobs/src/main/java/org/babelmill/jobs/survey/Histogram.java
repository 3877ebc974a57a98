package org.babelmill.jobs.survey;

import java.io.Serializable;

/** How often values fall into each bin, for documents that were kept and for those that were not. Not thread-safe. */
public final class Histogram implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Scale scale;
    private final long[] kept;
    private final long[] removed;
    private long missing;

    Histogram(Scale scale) {
        this.scale = scale;
        this.kept = new long[scale.bins()];
        this.removed = new long[scale.bins()];
    }

    void add(double value, boolean keep) {
        (keep ? kept : removed)[scale.bin(value)]++;
    }

    void addMissing() {
        missing++;
    }

    Histogram plus(Histogram other) {
        for (int i = 0; i < kept.length; i++) {
            kept[i] += other.kept[i];
            removed[i] += other.removed[i];
        }
        missing += other.missing;
        return this;
    }

    /** How values are sorted into bins. */
    public Scale scale() {
        return scale;
    }

    /** Kept documents in a bin. */
    public long kept(int bin) {
        return kept[bin];
    }

    /** Removed documents in a bin. */
    public long removed(int bin) {
        return removed[bin];
    }

    /** Documents without a value. */
    public long missing() {
        return missing;
    }

    /** Documents with a value. */
    public long measured() {
        long sum = 0;
        for (int i = 0; i < kept.length; i++) {
            sum += kept[i] + removed[i];
        }
        return sum;
    }

    /** Documents in the fullest bin. */
    public long highest() {
        long highest = 0;
        for (int i = 0; i < kept.length; i++) {
            highest = Math.max(highest, kept[i] + removed[i]);
        }
        return highest;
    }
}
