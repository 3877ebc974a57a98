package org.babelmill.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.survey.Pick;
import org.babelmill.jobs.survey.RuleTally;
import org.babelmill.jobs.survey.Survey;

/**
 * Which samples the report shows, so that it stays small with any number of languages: the languages with most documents,
 * and for each rule those in which it was failed most.
 *
 * @param kept samples of kept documents by language, largest language first
 * @param rules samples for each rule, the rule failed most first
 */
record SampleChoice(Map<String, List<Pick>> kept, Map<String, List<RuleSamples>> rules) {

    private static final int LANGUAGES = 60;
    private static final int RULES = 60;
    private static final int LANGUAGES_OF_A_RULE = 6;

    /**
     * Samples of a rule in one language.
     *
     * @param language its label
     * @param failed documents of the language that failed the rule
     * @param removed some of them
     * @param near the kept document nearest to the threshold, or none
     */
    record RuleSamples(String language, long failed, List<Pick> removed, List<Pick> near) {}

    static SampleChoice of(Survey survey) {
        Map<String, List<Pick>> kept = new LinkedHashMap<>();
        survey.languages().entrySet().stream()
                .filter(e -> e.getValue().get(Count.KEPT) > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, LanguageTally> e) ->
                                -e.getValue().get(Count.KEPT))
                        .thenComparing(Map.Entry::getKey))
                .limit(LANGUAGES)
                .forEach(e -> kept.put(e.getKey(), e.getValue().kept().list()));
        return new SampleChoice(kept, rules(survey));
    }

    private static Map<String, List<RuleSamples>> rules(Survey survey) {
        Map<String, List<RuleSamples>> all = new TreeMap<>();
        survey.languages()
                .forEach((language, tally) -> tally.rules().forEach((rule, counted) -> {
                    if (counted.failed() > 0) {
                        all.computeIfAbsent(rule, r -> new ArrayList<>()).add(samples(language, counted));
                    }
                }));
        Map<String, List<RuleSamples>> chosen = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<RuleSamples>> e) -> -failed(e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(RULES)
                .forEach(e -> chosen.put(
                        e.getKey(),
                        e.getValue().stream()
                                .sorted(Comparator.comparingLong((RuleSamples s) -> -s.failed())
                                        .thenComparing(RuleSamples::language))
                                .limit(LANGUAGES_OF_A_RULE)
                                .toList()));
        return chosen;
    }

    private static RuleSamples samples(String language, RuleTally tally) {
        return new RuleSamples(
                language, tally.failed(), tally.removed().list(), tally.near().list());
    }

    static long failed(List<RuleSamples> samples) {
        return samples.stream().mapToLong(RuleSamples::failed).sum();
    }

    /** All documents whose text is needed. */
    List<Pick> picks() {
        List<Pick> picks = new ArrayList<>();
        kept.values().forEach(picks::addAll);
        rules.values()
                .forEach(samples -> samples.forEach(s -> {
                    picks.addAll(s.removed());
                    picks.addAll(s.near());
                }));
        return picks;
    }
}
