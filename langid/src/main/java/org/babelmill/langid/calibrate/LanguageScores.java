package org.babelmill.langid.calibrate;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** How the scores of documents in one language are spread, in thousandths, and what their pages declare. */
public final class LanguageScores {

    /** Scores are counted in so many parts. */
    private static final int PARTS = 1000;

    private final LanguageTag language;
    private final long[] all = new long[PARTS + 1];
    private final long[] declaring = new long[PARTS + 1];
    private final long[] agreeing = new long[PARTS + 1];
    private final SortedMap<LanguageTag, Long> others = new TreeMap<>();

    LanguageScores(LanguageTag language) {
        this.language = language;
    }

    void add(double score, Optional<LanguageTag> declared, long documents) {
        int part = (int) Math.round(score * PARTS);
        all[part] += documents;
        if (declared.isPresent()) {
            declaring[part] += documents;
            if (LanguageLabels.standard().sameLanguage(language, declared.get())) {
                agreeing[part] += documents;
            } else {
                others.merge(declared.get(), documents, Long::sum);
            }
        }
    }

    /** Documents counted. */
    public long documents() {
        return from(all, 0);
    }

    /** The score that half of the documents reach. */
    public double median() {
        long rest = (documents() + 1) / 2;
        int part = 0;
        while (part < PARTS && all[part] < rest) {
            rest -= all[part++];
        }
        return (double) part / PARTS;
    }

    /** Standard deviation of the scores of all documents (divided by their number, not by one less). */
    public double deviation() {
        double documents = documents();
        double sum = 0;
        double squares = 0;
        for (int part = 0; part <= PARTS; part++) {
            double score = (double) part / PARTS;
            sum += score * all[part];
            squares += score * score * all[part];
        }
        double mean = sum / documents;
        return Math.sqrt(Math.max(0, squares / documents - mean * mean));
    }

    /** Documents with at least a score. */
    public long reaching(double score) {
        return from(all, part(score));
    }

    /** Documents with at least a score whose pages declare a language. */
    public long declaring(double score) {
        return from(declaring, part(score));
    }

    /** The share of those that declare this language; 0 where none declares any. */
    public double agreement(double score) {
        long declared = declaring(score);
        return declared == 0 ? 0 : (double) from(agreeing, part(score)) / declared;
    }

    /** The language most often declared instead of this one; of equally common ones the first by tag. */
    public Optional<LanguageTag> mostDeclaredInstead() {
        return others.entrySet().stream()
                .max(Map.Entry.<LanguageTag, Long>comparingByValue()
                        .thenComparing(
                                Map.Entry.<LanguageTag, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    /**
     * The lowest score from which on the pages agree with the label.
     *
     * @param share of the documents declaring a language that must declare this one, from 0 to 1
     * @param documents fewer declaring documents prove nothing
     * @return empty where no score will do
     */
    public OptionalDouble agreesFrom(double share, long documents) {
        for (int part = 0; part <= PARTS; part++) {
            double score = (double) part / PARTS;
            if (declaring(score) < documents) {
                break;
            }
            if (agreement(score) >= share) {
                return OptionalDouble.of(score);
            }
        }
        return OptionalDouble.empty();
    }

    private static int part(double score) {
        return (int) Math.ceil(score * PARTS - 1e-9);
    }

    private static long from(long[] counts, int first) {
        long sum = 0;
        for (int part = first; part <= PARTS; part++) {
            sum += counts[part];
        }
        return sum;
    }
}
