package org.babelmill.quality.filter;

import java.util.function.ToDoubleFunction;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.quality.signal.Signal;

/**
 * A rule with the threshold that holds for one language.
 *
 * @param rule the rule
 * @param threshold its threshold
 */
public record BoundRule(FilterRule rule, double threshold) {

    /**
     * Whether a document fails the rule. One without the signal never does, nor one that is excused.
     *
     * @param signals what was measured, NaN for what is not there
     */
    public boolean fails(ToDoubleFunction<Signal> signals) {
        return holds(rule.drop(), signals.applyAsDouble(rule.signal()), threshold)
                && (rule.unless().isEmpty() || !rule.unless().get().holds(signals));
    }

    Reason reason(double value) {
        return Reason.of(rule.stage(), rule.name(), value, rule.drop(), threshold);
    }

    /** Whether a value compares to another in a way; NaN compares to nothing. */
    static boolean holds(Comparison comparison, double value, double threshold) {
        return switch (comparison) {
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case EQUALS -> value == threshold;
            case NOT_EQUALS -> !Double.isNaN(value) && value != threshold;
            case NOT_IN, MATCHES -> throw new IllegalStateException(comparison + " does not compare numbers");
        };
    }
}
