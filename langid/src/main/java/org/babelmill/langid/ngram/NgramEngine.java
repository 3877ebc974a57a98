package org.babelmill.langid.ngram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.CloseGroups;
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
        /** That the text is in the best language or in one that is close to it. */
        private double close;

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
            if (scorer.best() >= 0) {
                close = pack.metadata().calibration().probability(scorer.evidence());
                probability = close / (1 + (CloseGroups.of(pack.tags().get(scorer.best())) < 0 ? 0 : sum(true)));
            }
            return scorer.best();
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
            List<Candidate> others = new ArrayList<>();
            double outside = mostOfOutsiders() >= floor ? STRANGER + sum(false) : Double.POSITIVE_INFINITY;
            for (int language : scorer.candidates()) {
                double share = scorer.isCloseToBest(language)
                        ? probability * weight(language)
                        : Math.min(probability, (1 - close) * weight(language) / outside);
                if (language != best && share >= floor) {
                    others.add(new Candidate(pack.tags().get(language), share));
                }
            }
            others.sort(Comparator.comparingDouble(Candidate::probability)
                    .reversed()
                    .thenComparing(Candidate::tag));
            List<Candidate> all = new ArrayList<>(others.size() + 1);
            all.add(new Candidate(pack.tags().get(best), probability));
            all.addAll(others);
            return all;
        }

        /** What a language that is not close to the winner has at most: as much as if there were, but for strangers, only it. */
        private double mostOfOutsiders() {
            return scorer.rival() < 0 ? 0 : (1 - close) * weight(scorer.rival()) / STRANGER;
        }

        /** The weights of the languages that are close to the winner, or of those that are not. */
        private double sum(boolean isClose) {
            double sum = 0;
            for (int language : scorer.candidates()) {
                if (language != scorer.best() && scorer.isCloseToBest(language) == isClose) {
                    sum += weight(language);
                }
            }
            return sum;
        }

        private double weight(int language) {
            double distance = Math.max(0, scorer.advantageOver(language) / scorer.words());
            return distance > FAR ? 0 : StrictMath.pow(10, -SPREAD * distance);
        }
    }
}
