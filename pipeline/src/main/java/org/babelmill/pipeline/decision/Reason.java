package org.babelmill.pipeline.decision;

import static java.util.Objects.requireNonNull;

/**
 * Why something was dropped: a rule, the value it saw and the threshold it held it against. Reads as a sentence:
 * "quality: stop-words 1 < 2".
 *
 * @param stage where
 * @param rule the rule's name, in kebab case
 * @param value what was measured, as text; numbers in {@link Double#toString} form so that they can be read back
 * @param comparison how value and threshold were compared
 * @param threshold what the value was compared with; empty where a rule has none
 */
public record Reason(Stage stage, String rule, String value, Comparison comparison, String threshold) {

    public Reason {
        requireNonNull(stage, "stage");
        requireNonNull(rule, "rule");
        requireNonNull(value, "value");
        requireNonNull(comparison, "comparison");
        requireNonNull(threshold, "threshold");
    }

    /** A reason over numbers. */
    public static Reason of(Stage stage, String rule, double value, Comparison comparison, double threshold) {
        return new Reason(stage, rule, Double.toString(value), comparison, Double.toString(threshold));
    }

    @Override
    public String toString() {
        return stage.label() + ": " + rule + " " + value + " " + comparison.symbol() + " " + threshold;
    }
}
