package org.babelmill.jobs.serve;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.quality.signal.SignalUnit;

/**
 * The stops of a threshold's slider, from 0 on.
 *
 * @param step from stop to stop, as the page's decimal says it
 * @param last number of the last stop
 */
record Slider(BigDecimal step, int last) {

    private static final int STOPS = 200;

    /** For thresholds of a signal, of which the run's is in the left half where the unit has no end. */
    static Slider of(SignalUnit unit, double threshold) {
        double max = Double.isFinite(unit.max())
                ? unit.max()
                : unit == SignalUnit.RATIO ? Math.max(1, 2 * threshold) : Math.max(STOPS, 4 * threshold);
        BigDecimal step = max > 20
                ? BigDecimal.valueOf(Math.max(1, Math.round(max / STOPS)))
                : new BigDecimal(Figures.plain(max / STOPS));
        return new Slider(step, (int) Math.ceil(max / step.doubleValue()));
    }

    double threshold(int stop) {
        return step.multiply(BigDecimal.valueOf(stop)).doubleValue();
    }

    double[] thresholds() {
        double[] all = new double[last + 1];
        for (int stop = 0; stop <= last; stop++) {
            all[stop] = threshold(stop);
        }
        return all;
    }

    /** The stop at which a threshold lies; empty where it lies between two, or outside. */
    OptionalInt stop(double threshold) {
        long nearest = Math.round(threshold / step.doubleValue());
        return nearest >= 0 && nearest <= last && threshold((int) nearest) == threshold
                ? OptionalInt.of((int) nearest)
                : OptionalInt.empty();
    }
}
