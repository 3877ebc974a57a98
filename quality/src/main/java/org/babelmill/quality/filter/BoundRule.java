package org.babelmill.quality.filter;

import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;

/**
 * A rule with the threshold that holds for one language.
 *
 * @param rule the rule
 * @param threshold its threshold
 */
public record BoundRule(FilterRule rule, double threshold) {

    /** Whether a value fails the rule; a value that is not there, NaN, never does. */
    public boolean fails(double value) {
        return fails(rule.drop(), value, threshold);
    }

    Reason reason(double value) {
        return Reason.of(rule.stage(), rule.name(), value, rule.drop(), threshold);
    }

    private static boolean fails(Comparison drop, double value, double threshold) {
        return switch (drop) {
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case EQUALS -> value == threshold;
            case NOT_EQUALS -> !Double.isNaN(value) && value != threshold;
            case NOT_IN, MATCHES -> throw new IllegalStateException(drop + " does not compare numbers");
        };
    }
}
