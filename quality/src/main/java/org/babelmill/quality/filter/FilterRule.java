package org.babelmill.quality.filter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.quality.signal.Signal;

/**
 * One reason to drop a document.
 *
 * @param name in kebab case, of its own in its plan
 * @param description one sentence that says what the rule drops and why
 * @param stage the stage that the reason names
 * @param signal what is looked at; a document without the signal passes
 * @param drop how signal and threshold compare in documents that are dropped
 * @param threshold what the signal is held against
 * @param scope the documents it is for
 * @param unless what excuses a document from the rule
 */
public record FilterRule(
        String name,
        String description,
        Stage stage,
        Signal signal,
        Comparison drop,
        Threshold threshold,
        RuleScope scope,
        Optional<Excuse> unless) {

    public FilterRule {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(stage, "stage");
        requireNonNull(signal, "signal");
        requireNonNull(drop, "drop");
        requireNonNull(threshold, "threshold");
        requireNonNull(scope, "scope");
        requireNonNull(unless, "unless");
    }

    /** The same rule with a fixed threshold. */
    FilterRule withThreshold(double value) {
        return new FilterRule(name, description, stage, signal, drop, new Threshold.Fixed(value), scope, unless);
    }
}
