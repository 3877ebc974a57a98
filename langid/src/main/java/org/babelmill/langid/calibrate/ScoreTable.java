package org.babelmill.langid.calibrate;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The scores of a run's documents, by the language that was found most likely. Parts add up to the whole in any order.
 * Not for several threads at once.
 */
public final class ScoreTable {

    private final SortedMap<LanguageTag, LanguageScores> scores = new TreeMap<>();

    /**
     * Adds documents.
     *
     * @param best their most likely language; documents without one are passed over
     * @param score probability that it is right, from 0 to 1
     * @param declared the language that their pages declare in HTML; empty where there is none
     * @param documents how many, 1 or more
     */
    public void add(LanguageTag best, double score, Optional<LanguageTag> declared, long documents) {
        if (!(score >= 0 && score <= 1) || documents < 1) {
            throw new IllegalArgumentException(
                    best + ": score " + score + " (0 to 1) of " + documents + " documents (1 or more)");
        }
        if (best.isDetermined()) {
            scores.computeIfAbsent(best, LanguageScores::new).add(score, declared, documents);
        }
    }

    /** The languages with documents, sorted. */
    public Set<LanguageTag> languages() {
        return Collections.unmodifiableSet(scores.keySet());
    }

    /** The scores of a language that has documents. */
    public LanguageScores of(LanguageTag language) {
        LanguageScores found = scores.get(language);
        if (found == null) {
            throw new IllegalArgumentException("no documents in " + language);
        }
        return found;
    }
}
