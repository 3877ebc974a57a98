package org.babelmill.jobs.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.quality.filter.FilterRule;

/** The thresholds of one rule over the languages of a run. Not thread-safe. */
final class ThresholdSpan {

    private final boolean dropsBelow;
    private final TreeMap<Double, Long> documents = new TreeMap<>();
    private int never;

    ThresholdSpan(FilterRule rule) {
        this.dropsBelow = rule.drop() == Comparison.BELOW;
    }

    /** Adds a language with so many documents. No signal is negative, so nothing lies below such a threshold. */
    void add(double threshold, long number) {
        if (dropsBelow && threshold <= 0) {
            never++;
        } else {
            documents.merge(threshold, number, Long::sum);
        }
    }

    boolean isEmpty() {
        return documents.isEmpty() && never == 0;
    }

    /** What is drawn; nothing for a rule that can drop nothing. */
    Optional<Charts.Line> line() {
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Charts.Line(documents.firstKey(), middle(), documents.lastKey()));
    }

    private double middle() {
        long all = documents.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (Map.Entry<Double, Long> threshold : documents.entrySet()) {
            before += threshold.getValue();
            if (2 * before >= all) {
                return threshold.getKey();
            }
        }
        return documents.lastKey();
    }

    /** In words: {@code 0.121 to 0.296 by language, never in 2 of them}. */
    String text() {
        if (documents.isEmpty()) {
            return "nothing";
        }
        String range = Figures.plain(documents.firstKey());
        if (documents.size() > 1) {
            range += " to " + Figures.plain(documents.lastKey()) + " by language";
        }
        return range + (never == 0 ? "" : ", in " + never + (never == 1 ? " language never" : " languages never"));
    }
}
