package org.babelmill.langid.lingua;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Lingua's decisions from its models in one table. Good on single words and pairs of words; knows 75 languages, so its
 * probabilities, fitted on text in 474 languages, say how likely a text is to be in one of those at all.
 */
public final class LinguaEngine implements Engine {

    /** Name and version of the models, which come with Lingua's jar. */
    static final String MODEL = "lingua:1.2.2";

    /** How often a language that rules settled was right on text in 474 languages: 2,744 of 3,584. */
    private static final double SETTLED = 0.77;

    /** How fast the probabilities of the others fall with their distance from the winner, in ln p of a letter. */
    private static final double SPREAD = 10;

    /** The same for short texts, where a letter is part of n-grams of all five lengths. */
    private static final double SHORT_SPREAD = SPREAD / LinguaTable.MAX_ORDER;

    /** The share of languages that Lingua does not know among those that did not win. */
    private static final double STRANGER = 0.1;

    private final LinguaModel model;
    private final int[] groups;

    /** An engine on a loaded model. */
    public LinguaEngine(LinguaModel model) {
        this.model = requireNonNull(model, "model");
        this.groups = model.tags().stream().mapToInt(ScriptGroups::of).toArray();
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<LanguageTag> languages() {
        return model.tags();
    }

    @Override
    public Reader newReader() {
        return new LinguaReader();
    }

    private final class LinguaReader implements Reader {

        private final LinguaScorer scorer = new LinguaScorer(model);
        private int best = -1;
        private double probability;

        /** Rules count words of all scripts; a language that is not written in the text's main one is no answer. */
        @Override
        public int read(char[] text, int from, int to, int group, int maxLetters) {
            int end = (int) Math.min(to, (long) from + maxLetters);
            int language = scorer.decide(text, from, end);
            best = language >= 0 && groups[language] == group ? language : -1;
            probability = best < 0 ? 0 : scorer.isSettled() ? SETTLED : LinguaConfidence.of(scorer, best);
            return best;
        }

        @Override
        public double probability() {
            return probability;
        }

        @Override
        public double advantageOver(int language) {
            if (scorer.isSettled() || scorer.total(language) == 0) {
                return language == best ? 0 : LinguaConfidence.FAR;
            }
            return (scorer.total(best) - scorer.total(language)) / LinguaConfidence.LN_10;
        }

        @Override
        public List<Candidate> candidates(double floor) {
            if (best < 0) {
                return List.of();
            }
            double sum = STRANGER;
            for (int language = 0; language < groups.length; language++) {
                sum += language == best ? 0 : weight(language);
            }
            List<Candidate> all = new ArrayList<>();
            for (int language = 0; language < groups.length; language++) {
                double share = Math.min(probability, (1 - probability) * weight(language) / sum);
                if (language != best && share >= floor) {
                    all.add(new Candidate(model.tags().get(language), share));
                }
            }
            all.sort(Comparator.comparingDouble(Candidate::probability)
                    .reversed()
                    .thenComparing(Candidate::tag));
            all.add(0, new Candidate(model.tags().get(best), probability));
            return all;
        }

        private double weight(int language) {
            if (scorer.isSettled() || scorer.total(language) == 0) {
                return 0;
            }
            double distance = (scorer.total(best) - scorer.total(language)) / LinguaConfidence.letters(scorer);
            return StrictMath.exp(-(scorer.isLong() ? SPREAD : SHORT_SPREAD) * distance);
        }
    }
}
