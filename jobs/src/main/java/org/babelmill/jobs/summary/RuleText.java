package org.babelmill.jobs.summary;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.quality.filter.Excuse;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.filter.RuleScope;
import org.babelmill.quality.filter.Threshold;

/** Filter rules in words. */
public final class RuleText {

    private RuleText() {}

    /** When a rule drops a document: signal, threshold, the documents it is for, and what excuses them. */
    public static String dropsWhen(FilterRule rule) {
        return "`" + rule.signal().column() + "` " + words(rule.drop()) + " " + threshold(rule.threshold())
                + scope(rule.scope()) + rule.unless().map(RuleText::excuse).orElse("");
    }

    private static String words(Comparison comparison) {
        return comparison.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String excuse(Excuse excuse) {
        return ", unless `" + excuse.signal().column() + "` " + words(excuse.comparison()) + " "
                + number(excuse.value());
    }

    private static String threshold(Threshold threshold) {
        if (threshold instanceof Threshold.Fixed fixed) {
            return number(fixed.value());
        }
        Threshold.Profiled profiled = (Threshold.Profiled) threshold;
        String figure = "the language's `" + profiled.key().key() + "`";
        return profiled.times() == 1 ? figure : number(profiled.times()) + " times " + figure;
    }

    private static String scope(RuleScope scope) {
        return listed(" in ", scope.languages())
                + listed(" not in ", scope.exceptLanguages())
                + listed(" in ", scope.scripts())
                + listed(" not in ", scope.exceptScripts())
                + listed(" from ", scope.sources());
    }

    private static String listed(String word, Set<String> names) {
        return names.isEmpty() ? "" : word + String.join(", ", new TreeSet<>(names));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
