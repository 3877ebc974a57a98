package org.babelmill.jobs.inspect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.inspect.WhatIfResult.Amount;

/** Documents of a run by the threshold at which their fate under one rule turns. Not thread-safe. */
final class SweepCounts {

    private final String rule;
    private final int thresholds;
    private final Map<String, Amount> kept = new TreeMap<>();
    private final Map<String, Turns> passing = new TreeMap<>();
    private final Turns all;
    private Amount failed = Amount.NONE;

    /**
     * Nothing yet.
     *
     * @param rule stage and name of the rule
     * @param thresholds how many are tried
     */
    SweepCounts(String rule, int thresholds) {
        this.rule = rule;
        this.thresholds = thresholds;
        this.all = new Turns(thresholds);
    }

    /** Sums by turn: in the last place those of documents that no threshold turns. */
    private static final class Turns {

        private final long[] documents;
        private final long[] words;
        private final long[] bytes;

        Turns(int thresholds) {
            this.documents = new long[thresholds + 1];
            this.words = new long[thresholds + 1];
            this.bytes = new long[thresholds + 1];
        }

        void add(int turn, Amount amount) {
            documents[turn] += amount.documents();
            words[turn] += amount.words();
            bytes[turn] += amount.bytes();
        }

        Turns plus(Turns other) {
            for (int turn = 0; turn < documents.length; turn++) {
                add(turn, new Amount(other.documents[turn], other.words[turn], other.bytes[turn]));
            }
            return this;
        }

        /** Sum of those that turn at {@code from} or later, and before {@code to}. */
        Amount between(int from, int to) {
            Amount sum = Amount.NONE;
            for (int turn = from; turn < to; turn++) {
                sum = sum.plus(new Amount(documents[turn], words[turn], bytes[turn]));
            }
            return sum;
        }
    }

    /** A document as it was decided. */
    void before(String language, boolean keep, boolean fails, Amount amount) {
        if (keep) {
            kept.merge(language, amount, Amount::plus);
        }
        if (fails) {
            failed = failed.plus(amount);
        }
    }

    /**
     * A document and where it turns.
     *
     * @param passes whether it passes every other rule
     */
    void after(String language, boolean passes, int turn, Amount amount) {
        all.add(turn, amount);
        if (passes) {
            passing.computeIfAbsent(language, l -> new Turns(thresholds)).add(turn, amount);
        }
    }

    SweepCounts plus(SweepCounts other) {
        other.kept.forEach((language, amount) -> kept.merge(language, amount, Amount::plus));
        other.passing.forEach((language, turns) -> passing.merge(language, turns, Turns::plus));
        all.plus(other.all);
        failed = failed.plus(other.failed);
        return this;
    }

    void before(WhatIfResult result) {
        kept.forEach((language, amount) -> result.before(language, true, amount, List.of()));
        result.before("", false, failed, List.of(rule));
    }

    void asBefore(WhatIfResult result) {
        kept.forEach((language, amount) -> result.after(language, true, amount, List.of()));
        result.after("", false, failed, List.of(rule));
    }

    /**
     * As one threshold would have it.
     *
     * @param failsBeyond whether documents fail at their turn and beyond, or before it
     */
    void after(WhatIfResult result, int threshold, boolean failsBeyond) {
        int turned = threshold + 1;
        int never = thresholds + 1;
        passing.forEach((language, turns) -> {
            Amount stays = failsBeyond ? turns.between(turned, never) : turns.between(0, turned);
            if (stays.documents() > 0) {
                result.after(language, true, stays, List.of());
            }
        });
        Amount fails = failsBeyond ? all.between(0, turned) : all.between(turned, never);
        result.after("", false, fails, List.of(rule));
    }
}
