package org.babelmill.jobs.inspect;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts before and after a change of settings.
 *
 * @param languages by label
 * @param rules documents that fail a rule, by stage and name
 */
public record WhatIfResult(TreeMap<String, Change> languages, TreeMap<String, Change> rules) {

    /**
     * How much of a corpus.
     *
     * @param documents documents
     * @param words words of them, as the segmenter of each script counts
     * @param bytes bytes of their text in UTF-8
     */
    public record Amount(long documents, long words, long bytes) {

        static final Amount NONE = new Amount(0, 0, 0);

        Amount plus(Amount other) {
            return new Amount(documents + other.documents, words + other.words, bytes + other.bytes);
        }
    }

    /** What is kept, or fails a rule, before and after. Not thread-safe. */
    @JsonAutoDetect(
            fieldVisibility = Visibility.ANY,
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE)
    public static final class Change {

        private Amount before = Amount.NONE;
        private Amount after = Amount.NONE;

        private Change plus(Change other) {
            before = before.plus(other.before);
            after = after.plus(other.after);
            return this;
        }

        /** Before the change. */
        public Amount before() {
            return before;
        }

        /** After it. */
        public Amount after() {
            return after;
        }

        /** Whether anything is different. */
        public boolean isChange() {
            return !before.equals(after);
        }
    }

    void before(String language, boolean keep, Amount amount, List<String> failed) {
        if (keep) {
            Change change = language(language);
            change.before = change.before.plus(amount);
        }
        for (String rule : failed) {
            Change change = rule(rule);
            change.before = change.before.plus(amount);
        }
    }

    void after(String language, boolean keep, Amount amount, List<String> failed) {
        if (keep) {
            Change change = language(language);
            change.after = change.after.plus(amount);
        }
        for (String rule : failed) {
            Change change = rule(rule);
            change.after = change.after.plus(amount);
        }
    }

    private Change language(String label) {
        return languages.computeIfAbsent(label, l -> new Change());
    }

    private Change rule(String name) {
        return rules.computeIfAbsent(name, r -> new Change());
    }

    WhatIfResult plus(WhatIfResult other) {
        other.languages.forEach((label, change) -> languages.merge(label, change, Change::plus));
        other.rules.forEach((rule, change) -> rules.merge(rule, change, Change::plus));
        return this;
    }

    /** All languages together. */
    public Change total() {
        Change total = new Change();
        languages.values().forEach(total::plus);
        return total;
    }
}
