package org.babelmill.langid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Languages so close that a sentence often is in two of them at once. Where it is certain that a text is in one of a
 * group, it gets the label of the likeliest, however near the next is: {@code und} would say that nothing is known.
 */
public final class CloseGroups {

    private static final List<List<String>> GROUPS = List.of(
            List.of("bos", "hrv", "srp", "cnr"),
            List.of("nob", "nno", "dan"),
            List.of("ind", "zsm"),
            List.of("ces", "slk"),
            List.of("yue", "cmn"),
            List.of("por", "glg"));

    private static final Map<String, Integer> NUMBERS = numbers();

    private CloseGroups() {}

    /** The probability that a text is in the best language or in one close to it, by its candidates. */
    public static double probability(LanguageTag best, List<Candidate> candidates) {
        Integer group = NUMBERS.get(best.language());
        double sum = 0;
        for (Candidate candidate : candidates) {
            if (candidate.tag().equals(best)
                    || (group != null
                            && group.equals(NUMBERS.get(candidate.tag().language())))) {
                sum += candidate.probability();
            }
        }
        return Math.min(1, sum);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int group = 0; group < GROUPS.size(); group++) {
            for (String language : GROUPS.get(group)) {
                numbers.put(language, group);
            }
        }
        return numbers;
    }
}
