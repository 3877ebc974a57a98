package org.babelmill.quality.filter;

import static java.util.Objects.requireNonNull;

import java.util.function.ToDoubleFunction;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.quality.signal.Signal;

/**
 * What excuses a document from a rule: another signal, and how it has to compare. A document without that signal is not
 * excused.
 *
 * @param signal what is looked at
 * @param comparison how signal and value compare in documents that are excused; one that compares numbers
 * @param value what the signal is held against
 */
public record Excuse(Signal signal, Comparison comparison, double value) {

    public Excuse {
        requireNonNull(signal, "signal");
        requireNonNull(comparison, "comparison");
    }

    boolean holds(ToDoubleFunction<Signal> signals) {
        return BoundRule.holds(comparison, signals.applyAsDouble(signal), value);
    }
}
