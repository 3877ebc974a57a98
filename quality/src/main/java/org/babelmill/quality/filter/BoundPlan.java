package org.babelmill.quality.filter;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.quality.signal.TextSignals;

/**
 * The rules of a plan that are for one language and source, with their thresholds. Deciding costs a comparison for each
 * rule. Immutable; safe to share.
 *
 * @param rules the rules
 */
public record BoundPlan(List<BoundRule> rules) {

    public BoundPlan {
        rules = List.copyOf(rules);
    }

    /** Every rule that a document fails, in order, with value and threshold; empty for one that stays. */
    public List<Reason> failures(TextSignals signals) {
        List<Reason> reasons = null;
        for (int i = 0; i < rules.size(); i++) {
            BoundRule rule = rules.get(i);
            if (rule.fails(signals::get)) {
                reasons = reasons == null ? new ArrayList<>() : reasons;
                reasons.add(rule.reason(signals.get(rule.rule().signal())));
            }
        }
        return reasons == null ? List.of() : reasons;
    }

    /** Whether a document passes every rule. */
    public boolean keeps(TextSignals signals) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).fails(signals::get)) {
                return false;
            }
        }
        return true;
    }

    /** Names of rules that could not be applied, because the document lacks their signal. */
    public List<String> unmeasured(TextSignals signals) {
        return rules.stream()
                .filter(rule -> Double.isNaN(signals.get(rule.rule().signal())))
                .map(rule -> rule.rule().name())
                .toList();
    }
}
