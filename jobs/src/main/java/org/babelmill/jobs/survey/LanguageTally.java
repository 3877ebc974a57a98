package org.babelmill.jobs.survey;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** What a run made of the documents of one language. Not thread-safe. */
public final class LanguageTally implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SAMPLES = 2;

    /** What is counted. */
    public enum Count {
        /** Documents with the label. */
        DOCUMENTS,
        /** Documents that went into the corpus. */
        KEPT,
        /** Words of all documents. */
        WORDS,
        /** Words of kept documents. */
        KEPT_WORDS,
        /** UTF-8 bytes of all documents. */
        BYTES,
        /** UTF-8 bytes of kept documents. */
        KEPT_BYTES,
        /** Documents that came as far as duplicates are looked for. */
        BEFORE_DEDUP,
        /** Documents that came as far as the quality filters. */
        BEFORE_QUALITY,
        /** Documents that the quality filters let pass. */
        AFTER_QUALITY,
        /** Documents whose HTML names a language that is known. */
        DECLARED,
        /** Those of them that name another one. */
        CONTRADICTED,
        /** Documents with less than half of their letters in the language's script. */
        FOREIGN_SCRIPT,
        /** Documents that were searched for stop words. */
        MEASURED,
        /** Those of them without any. */
        WITHOUT_STOP_WORDS
    }

    private final long[] counts = new long[Count.values().length];
    private final TreeMap<String, RuleTally> rules = new TreeMap<>();
    private final Picks kept = new Picks(SAMPLES);

    @SuppressWarnings("EnumOrdinal") // an array by constant, within one version of the program
    void add(Count count, long number) {
        counts[count.ordinal()] += number;
    }

    LanguageTally plus(LanguageTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        other.rules.forEach((rule, tally) -> rules.merge(rule, tally, RuleTally::plus));
        kept.plus(other.kept);
        return this;
    }

    RuleTally rule(String name) {
        return rules.computeIfAbsent(name, n -> new RuleTally());
    }

    /** A count. */
    @SuppressWarnings("EnumOrdinal")
    public long get(Count count) {
        return counts[count.ordinal()];
    }

    /** What each rule did, by stage and name as in {@code quality/stop-words}. */
    public Map<String, RuleTally> rules() {
        return rules;
    }

    /** Some kept documents. */
    public Picks kept() {
        return kept;
    }
}
