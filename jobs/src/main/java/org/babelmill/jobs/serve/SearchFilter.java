package org.babelmill.jobs.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.quality.signal.Signal;

/**
 * What is looked for; empty parts match everything.
 *
 * @param words an id, an address, a host, or a part of an address in any case
 * @param inText whether titles and texts are searched too
 * @param inside whether words are a part of an address even where a document or a host bears them as its name
 * @param language label
 * @param rule that was failed
 * @param outcome kept or removed
 * @param score bounds of a signal
 * @param before how many that match are passed over, because an earlier page showed them
 */
record SearchFilter(
        String words,
        boolean inText,
        boolean inside,
        String language,
        String rule,
        String outcome,
        Score score,
        int before) {

    /** Most that are passed over: each page finds those of all pages before it again. */
    static final int FARTHEST = 5_000;

    /** Scores that can be searched for. */
    static final List<Signal> SCORES =
            List.of(Signal.WDS, Signal.WDS2, Signal.QUALITY_SCORE, Signal.LANGUAGE_SCORE, Signal.WORDS);

    /**
     * Bounds of a signal, both included.
     *
     * @param signal what is measured
     * @param from lowest, minus infinity for none
     * @param to highest, infinity for none
     */
    record Score(Signal signal, double from, double to) {

        boolean bounded() {
            return from > Double.NEGATIVE_INFINITY || to < Double.POSITIVE_INFINITY;
        }
    }

    /** Name of the parameter for {@link #before}. */
    static final String BEFORE = "before";

    static SearchFilter of(Question question) {
        return new SearchFilter(
                question.text("q").strip(),
                !question.text("text").isEmpty(),
                !question.text("inside").isEmpty(),
                question.text("language"),
                question.text("rule"),
                question.text("outcome"),
                new Score(
                        Signal.of(question.text("score"))
                                .filter(SCORES::contains)
                                .orElse(Signal.LANGUAGE_SCORE),
                        question.number("from").orElse(Double.NEGATIVE_INFINITY),
                        question.number("to").orElse(Double.POSITIVE_INFINITY)),
                (int) Math.max(0, Math.min(FARTHEST, question.number(BEFORE).orElse(0))));
    }

    /** Whether decisions have to be asked. */
    boolean decides() {
        return !language.isEmpty() || !rule.isEmpty() || !outcome.isEmpty();
    }

    /** What Parquet can tell of decisions: language and outcome. */
    Optional<FilterPredicate> ofDecisions() {
        List<FilterPredicate> all = new ArrayList<>();
        if (!language.isEmpty()) {
            all.add(FilterApi.eq(FilterApi.binaryColumn("language"), TableReader.text(language)));
        }
        if (!outcome.isEmpty()) {
            all.add(FilterApi.eq(FilterApi.booleanColumn("keep"), outcome.equals("kept")));
        }
        return all.stream().reduce(FilterApi::and);
    }

    /** What Parquet can tell of signals: the score. */
    Optional<FilterPredicate> ofSignals() {
        List<FilterPredicate> all = new ArrayList<>();
        var column = FilterApi.doubleColumn(score.signal().column());
        if (score.from() > Double.NEGATIVE_INFINITY) {
            all.add(FilterApi.gtEq(column, score.from()));
        }
        if (score.to() < Double.POSITIVE_INFINITY) {
            all.add(FilterApi.ltEq(column, score.to()));
        }
        return all.stream().reduce(FilterApi::and);
    }
}
