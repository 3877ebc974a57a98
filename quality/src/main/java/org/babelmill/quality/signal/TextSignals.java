package org.babelmill.quality.signal;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The signals of one text: a number for each {@link Signal}, NaN where there is none. Immutable. */
public final class TextSignals {

    private static final int COUNT = Signal.values().length;

    private final double[] values;

    private TextSignals(double[] values) {
        this.values = values;
    }

    /** Signals read back from where they were stored. */
    public static TextSignals of(ToDoubleFunction<Signal> values) {
        double[] result = new double[COUNT];
        for (Signal signal : Signal.values()) {
            result[signal.index()] = values.applyAsDouble(signal);
        }
        return new TextSignals(result);
    }

    /** No signal at all: every value NaN. */
    public static TextSignals none() {
        double[] result = new double[COUNT];
        Arrays.fill(result, Double.NaN);
        return new TextSignals(result);
    }

    /** A signal's value, or NaN. */
    public double get(Signal signal) {
        return values[signal.index()];
    }

    /** The same signals with one value changed. */
    public TextSignals with(Signal signal, double value) {
        double[] copy = values.clone();
        copy[signal.index()] = value;
        return new TextSignals(copy);
    }

    /** The values in the order of {@link Signal}; a copy. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSignals that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Signal signal : Signal.values()) {
            if (!Double.isNaN(get(signal))) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(signal.column())
                        .append(' ')
                        .append(get(signal));
            }
        }
        return text.toString();
    }

    /** Where measurements write to, for one text after another. Belongs to one thread. */
    public static final class Collector {

        private final double[] values = new double[COUNT];

        /** Forgets everything: all values become NaN. */
        void clear() {
            Arrays.fill(values, Double.NaN);
        }

        /** Sets a value. */
        public void set(Signal signal, double value) {
            values[signal.index()] = value;
        }

        /** The value set, or NaN. */
        public double get(Signal signal) {
            return values[signal.index()];
        }

        TextSignals finish() {
            return new TextSignals(values.clone());
        }
    }
}
