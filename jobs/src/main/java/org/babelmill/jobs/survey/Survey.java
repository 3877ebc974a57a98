package org.babelmill.jobs.survey;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalUnit;

/**
 * What the tables of a run say in total. Its size depends on the number of languages and rules, not of documents. Not
 * thread-safe.
 */
public final class Survey implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, LanguageTally> languages = new TreeMap<>();
    private final TreeMap<Pair, Long> declared = new TreeMap<>();
    private final TreeMap<Pair, Long> scripts = new TreeMap<>();
    private final EnumMap<Signal, Histogram> histograms = new EnumMap<>(Signal.class);
    private final EnumMap<Signal, ScoreTally> scores = new EnumMap<>(Signal.class);
    private final ClusterTally clusters = new ClusterTally();

    /**
     * Two names that met on a document.
     *
     * @param first what was expected or said
     * @param second what was found
     */
    public record Pair(String first, String second) implements Serializable, Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int order = first.compareTo(other.first);
            return order != 0 ? order : second.compareTo(other.second);
        }
    }

    LanguageTally language(String label) {
        return languages.computeIfAbsent(label, l -> new LanguageTally());
    }

    Histogram histogram(Signal signal) {
        return histograms.computeIfAbsent(signal, s -> new Histogram(Scale.of(s.unit())));
    }

    ScoreTally score(Signal signal) {
        return scores.computeIfAbsent(signal, s -> new ScoreTally(s.unit() == SignalUnit.SCORE_10 ? 10 : 1));
    }

    void addDeclared(String said, String found) {
        declared.merge(new Pair(said, found), 1L, Long::sum);
    }

    void addScript(String expected, String found) {
        scripts.merge(new Pair(expected, found), 1L, Long::sum);
    }

    /** Adds another's counts to these, and returns these; the other must not be used again. */
    public Survey plus(Survey other) {
        other.languages.forEach((label, tally) -> languages.merge(label, tally, LanguageTally::plus));
        other.declared.forEach((pair, number) -> declared.merge(pair, number, Long::sum));
        other.scripts.forEach((pair, number) -> scripts.merge(pair, number, Long::sum));
        other.histograms.forEach((signal, histogram) -> histograms.merge(signal, histogram, Histogram::plus));
        other.scores.forEach((signal, score) -> scores.merge(signal, score, ScoreTally::plus));
        clusters.plus(other.clusters);
        return this;
    }

    /** What happened to each language, by label. */
    public Map<String, LanguageTally> languages() {
        return languages;
    }

    /** Documents by the language that their HTML names, as our label, and the label they got. */
    public Map<Pair, Long> declared() {
        return declared;
    }

    /** Documents by the script of their label and the script of most of their letters. */
    public Map<Pair, Long> scripts() {
        return scripts;
    }

    /** Distributions of the signals. */
    public Map<Signal, Histogram> histograms() {
        return histograms;
    }

    /** Distributions of the scores in finer steps. */
    public Map<Signal, ScoreTally> scores() {
        return scores;
    }

    /** Clusters of duplicates. */
    public ClusterTally clusters() {
        return clusters;
    }
}
