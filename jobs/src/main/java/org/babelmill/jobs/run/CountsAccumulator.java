package org.babelmill.jobs.run;

import org.apache.spark.util.AccumulatorV2;

/** Counters of splits that are done, added up on the driver while others are still at work. */
final class CountsAccumulator extends AccumulatorV2<Counts, Counts> {

    private static final long serialVersionUID = 1L;

    private Counts sum = new Counts();

    @Override
    public synchronized boolean isZero() {
        return sum.toMap().isEmpty();
    }

    @Override
    public synchronized AccumulatorV2<Counts, Counts> copy() {
        CountsAccumulator copy = new CountsAccumulator();
        copy.add(sum);
        return copy;
    }

    @Override
    public synchronized void reset() {
        sum = new Counts();
    }

    @Override
    public synchronized void add(Counts counts) {
        sum.plus(counts);
    }

    @Override
    public void merge(AccumulatorV2<Counts, Counts> other) {
        add(other.value());
    }

    /** A copy: the sum itself changes under the reader's hands. */
    @Override
    public synchronized Counts value() {
        return Counts.of(sum.toMap());
    }
}
