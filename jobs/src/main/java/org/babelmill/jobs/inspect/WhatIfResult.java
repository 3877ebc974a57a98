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

    /** A pair of counts. Not thread-safe. */
    @JsonAutoDetect(
            fieldVisibility = Visibility.ANY,
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE)
    public static final class Change {

        private long documentsBefore;
        private long documentsAfter;
        private long wordsBefore;
        private long wordsAfter;

        private Change plus(Change other) {
            documentsBefore += other.documentsBefore;
            documentsAfter += other.documentsAfter;
            wordsBefore += other.wordsBefore;
            wordsAfter += other.wordsAfter;
            return this;
        }

        /** Documents kept, or failing, before. */
        public long documentsBefore() {
            return documentsBefore;
        }

        /** Documents kept, or failing, after. */
        public long documentsAfter() {
            return documentsAfter;
        }

        /** Words of them before. */
        public long wordsBefore() {
            return wordsBefore;
        }

        /** Words of them after. */
        public long wordsAfter() {
            return wordsAfter;
        }

        /** Whether anything is different. */
        public boolean isChange() {
            return documentsBefore != documentsAfter || wordsBefore != wordsAfter;
        }
    }

    void before(String language, boolean keep, long words, List<String> failed) {
        if (keep) {
            Change change = language(language);
            change.documentsBefore++;
            change.wordsBefore += words;
        }
        for (String rule : failed) {
            Change change = rules.computeIfAbsent(rule, r -> new Change());
            change.documentsBefore++;
            change.wordsBefore += words;
        }
    }

    void after(String language, boolean keep, long words, List<String> failed) {
        if (keep) {
            Change change = language(language);
            change.documentsAfter++;
            change.wordsAfter += words;
        }
        for (String rule : failed) {
            Change change = rules.computeIfAbsent(rule, r -> new Change());
            change.documentsAfter++;
            change.wordsAfter += words;
        }
    }

    private Change language(String label) {
        return languages.computeIfAbsent(label, l -> new Change());
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
