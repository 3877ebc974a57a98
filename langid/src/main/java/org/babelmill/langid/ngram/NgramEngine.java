package org.babelmill.langid.ngram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.engine.Engine;
import org.babelmill.pipeline.language.LanguageTag;

/** The engine of n-gram packs. */
public final class NgramEngine implements Engine {

    /** How fast the probabilities of the others fall with their distance from the winner, in log10 of a word's likelihood. */
    private static final double SPREAD = 4;

    /** What the share of languages that are not in the pack is among those that did not win. */
    private static final double STRANGER = 0.1;

    /** Languages farther from the winner than this, in log10 of a word's likelihood, are no candidates. */
    private static final double FAR = 1;

    /** The close languages whose contest has rules of its own. */
    private static final List<LanguageTag> CONTEST = Stream.of("bos_Latn", "hrv_Latn", "srp_Latn")
            .map(LanguageTag::parse)
            .toList();

    private final NgramPack pack;

    /** An engine on a loaded pack. */
    public NgramEngine(NgramPack pack) {
        this.pack = pack;
    }

    @Override
    public String model() {
        return "ngram:" + pack.metadata().name();
    }

    @Override
    public List<LanguageTag> languages() {
        return pack.tags();
    }

    @Override
    public Reader newReader() {
        return new NgramReader(pack);
    }

    private static final class NgramReader implements Reader {

        private final NgramPack pack;
        private final NgramScorer scorer;
        private final CloseContest contest;
        private double probability;

        NgramReader(NgramPack pack) {
            this.pack = pack;
            this.scorer = new NgramScorer(pack);
            this.contest = new CloseContest(pack, CONTEST);
        }

        @Override
        public int read(char[] text, int from, int to, int group, int maxLetters) {
            scorer.score(text, from, to, group, maxLetters);
            if (contest.concerns(scorer.best())) {
                scorer.prefer(contest.winner(text, from, to, maxLetters));
            }
            int best = scorer.best();
            probability = best < 0 ? 0 : pack.metadata().calibration().probability(scorer.evidence());
            return best;
        }

        @Override
        public double probability() {
            return probability;
        }

        @Override
        public double advantageOver(int language) {
            return scorer.advantageOver(language);
        }

        @Override
        public List<Candidate> candidates(double floor) {
            int best = scorer.best();
            if (best < 0) {
                return List.of();
            }
            List<Candidate> all = new ArrayList<>();
            all.add(new Candidate(pack.tags().get(best), probability));
            if (mostOfAnother() >= floor) {
                all.addAll(others(best, floor));
            }
            return all;
        }

        /** What another language has at most: as much as if there were, but for strangers, only the second. */
        private double mostOfAnother() {
            int second = scorer.second();
            return second < 0 ? 0 : (1 - probability) * weight(second) / STRANGER;
        }

        private List<Candidate> others(int best, double floor) {
            int[] numbers = scorer.candidates();
            double[] weights = new double[numbers.length];
            double sum = STRANGER;
            for (int i = 0; i < numbers.length; i++) {
                weights[i] = numbers[i] == best ? 0 : weight(numbers[i]);
                sum += weights[i];
            }
            List<Candidate> others = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                double share = Math.min(probability, (1 - probability) * weights[i] / sum);
                if (numbers[i] != best && share >= floor) {
                    others.add(new Candidate(pack.tags().get(numbers[i]), share));
                }
            }
            others.sort(Comparator.comparingDouble(Candidate::probability)
                    .reversed()
                    .thenComparing(Candidate::tag));
            return others;
        }

        private double weight(int language) {
            double distance = Math.max(0, scorer.advantageOver(language) / scorer.words());
            return distance > FAR ? 0 : StrictMath.pow(10, -SPREAD * distance);
        }
    }
}
