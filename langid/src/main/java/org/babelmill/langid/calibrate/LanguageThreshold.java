package org.babelmill.langid.calibrate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The threshold of a language, and what it rests on.
 *
 * @param threshold empty where there was too little to go by; the general threshold holds then
 * @param scores the documents
 * @param warnings what a person should look at; may be empty
 */
public record LanguageThreshold(
        LanguageTag language, OptionalDouble threshold, LanguageScores scores, List<String> warnings) {

    /** Pages must declare something at least so often for their agreement to count. */
    private static final long DECLARATIONS = 50;

    /** Less agreement than this means that the label is mostly wrong, or the declarations are. */
    private static final double CONTAMINATED = 0.5;

    public LanguageThreshold {
        requireNonNull(language, "language");
        requireNonNull(threshold, "threshold");
        warnings = List.copyOf(warnings);
    }

    /** Finds the threshold of a language. */
    static LanguageThreshold of(LanguageTag language, LanguageScores scores, ThresholdRules rules) {
        List<String> warnings = new ArrayList<>();
        if (scores.documents() < rules.minDocuments()) {
            warnings.add("fewer than " + rules.minDocuments() + " documents");
            return new LanguageThreshold(language, OptionalDouble.empty(), scores, warnings);
        }
        double threshold = clipped(raw(scores, rules, warnings), rules, warnings);
        contamination(scores, threshold, warnings);
        return new LanguageThreshold(language, OptionalDouble.of(threshold), scores, warnings);
    }

    private static double raw(LanguageScores scores, ThresholdRules rules, List<String> warnings) {
        double median = scores.median() - scores.deviation();
        if (rules.method() == ThresholdRules.Method.MEDIAN) {
            return median;
        }
        double agreement = agreement(scores, rules, median, warnings);
        return rules.method() == ThresholdRules.Method.AGREEMENT ? agreement : Math.max(median, agreement);
    }

    private static double agreement(
            LanguageScores scores, ThresholdRules rules, double otherwise, List<String> warnings) {
        if (scores.declaring(0) < DECLARATIONS) {
            warnings.add("only " + scores.declaring(0) + " pages declare a language: by the median");
            return otherwise;
        }
        OptionalDouble from = scores.agreesFrom(rules.agreement(), DECLARATIONS);
        if (from.isEmpty()) {
            warnings.add(String.format(Locale.ROOT, "no score brings agreement to %.2f", rules.agreement()));
        }
        return from.orElse(rules.high());
    }

    private static double clipped(double raw, ThresholdRules rules, List<String> warnings) {
        if (raw < rules.low() || raw > rules.high()) {
            warnings.add(String.format(Locale.ROOT, "clipped from %.3f", raw));
        }
        double clipped = Math.max(rules.low(), Math.min(rules.high(), raw));
        return Math.round(clipped * 1000) / 1000.0;
    }

    private static void contamination(LanguageScores scores, double threshold, List<String> warnings) {
        if (scores.declaring(threshold) >= DECLARATIONS && scores.agreement(threshold) < CONTAMINATED) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "only %.0f %% of the pages that declare a language declare this one, others %s",
                    100 * scores.agreement(threshold),
                    scores.mostDeclaredInstead().orElseThrow()));
        }
    }
}
