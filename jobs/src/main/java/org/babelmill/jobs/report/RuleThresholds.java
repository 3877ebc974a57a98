package org.babelmill.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.filter.RuleScope;
import org.babelmill.quality.signal.Signal;

/** The quality rules of a run with the thresholds of each language that occurs in it. */
final class RuleThresholds {

    private final FilterPlan plan;
    private final Map<String, Map<String, Double>> byRule = new TreeMap<>();

    RuleThresholds(DecisionRules rules, Set<String> languages) {
        this.plan = rules.plan();
        var profiles = rules.profiles();
        for (String label : languages) {
            LanguageTag tag = LanguageTag.parse(label);
            if (tag.isDetermined()) {
                for (BoundRule rule : plan.bind(tag, profiles.find(tag).profile(), RuleScope.ANY_SOURCE)
                        .rules()) {
                    byRule.computeIfAbsent(rule.rule().name(), r -> new TreeMap<>())
                            .put(label, rule.threshold());
                }
            }
        }
    }

    /** Name of the filter plan. */
    String plan() {
        return plan.name();
    }

    /** The rules that look at a signal. */
    List<FilterRule> rules(Signal signal) {
        List<FilterRule> found = new ArrayList<>(plan.rules());
        found.removeIf(r -> r.signal() != signal);
        return found;
    }

    /** What a rule is for; empty for one of an earlier stage. */
    String description(String name) {
        return plan.rules().stream()
                .filter(r -> r.name().equals(name))
                .map(FilterRule::description)
                .findFirst()
                .orElse("");
    }

    /** The thresholds of a rule by language, none where it is for no language of the run. */
    Map<String, Double> of(String rule) {
        return byRule.getOrDefault(rule, Map.of());
    }
}
