package org.babelmill.jobs.inspect;

import java.util.List;
import java.util.Map;

/**
 * The way of one record through a run.
 *
 * @param id document id; the place in the archive for a record that did not become a document
 * @param outcome one sentence: kept and where, or removed by what
 * @param steps each step of the way with what is known of it, in order
 * @param rules every quality rule for its language; empty for a record that did not come so far
 */
public record Explanation(String id, String outcome, List<Step> steps, List<RuleCheck> rules) {

    public Explanation {
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
    }

    /**
     * A step.
     *
     * @param name of the step
     * @param facts what is known, by name; text of the web among it
     */
    public record Step(String name, Map<String, String> facts) {}
}
