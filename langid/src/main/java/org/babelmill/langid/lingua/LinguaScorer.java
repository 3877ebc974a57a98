package org.babelmill.langid.lingua;

import java.util.Arrays;

/**
 * Decides as Lingua 1.2.2 does with all languages and high accuracy: rules first; then, for texts of 120 chars and more,
 * trigrams, for shorter ones n-grams of all lengths; each different n-gram once, with the probability of its longest
 * beginning that the language has. One thread at a time; made to be reused.
 */
public final class LinguaScorer {

    /** Longer texts are cut: sums of so many costs still fit 31 bits. */
    private static final int MAX_CHARS = 30_000;

    private static final int LONG_TEXT = 120;
    private static final int LONG_ORDER = 3;

    private final LinguaModel model;
    private final int languages;
    private final CleanText clean;
    private final RuleEngine rules;
    private final boolean[] candidates;
    private final int[] values;
    private final int[][] sums;
    private final int[] letterCounts;
    private final double[] totals;
    private final KeySet[] seen = new KeySet[LinguaTable.MAX_ORDER + 1];
    private boolean settled;

    /** A scorer for one thread. */
    public LinguaScorer(LinguaModel model) {
        this.model = model;
        this.languages = model.tags().size();
        this.clean = new CleanText(model.rules());
        this.rules = new RuleEngine(model.rules(), languages);
        this.candidates = new boolean[languages];
        this.values = new int[languages];
        this.sums = new int[LinguaTable.MAX_ORDER + 1][languages];
        this.letterCounts = new int[languages];
        this.totals = new double[languages];
        Arrays.setAll(seen, any -> new KeySet());
    }

    /**
     * Decides on the chars from {@code from} to {@code to} (exclusive).
     *
     * @return number of the language; -1 where Lingua says UNKNOWN
     */
    public int decide(char[] text, int from, int to) {
        settled = false;
        Arrays.fill(totals, 0);
        clean.set(text, from, Math.min(to, from + MAX_CHARS));
        if (clean.length() == 0 || !clean.hasLetters()) {
            return -1;
        }
        int language = rules.settle(clean);
        if (language != RuleEngine.UNKNOWN) {
            settled = true;
            return language;
        }
        if (rules.filter(clean, candidates) == 1) {
            settled = true;
            return only();
        }
        score();
        return best();
    }

    /** Whether rules alone decided. */
    public boolean isSettled() {
        return settled;
    }

    /** Sum of ln p of a language's n-grams, as Lingua compares them: 0 or below, 0 for languages out of the running. */
    public double total(int language) {
        return totals[language];
    }

    /** Chars of the text without punctuation and numbers. */
    public int length() {
        return clean.length();
    }

    /** Whether the text was long enough to be decided on trigrams alone. */
    boolean isLong() {
        return clean.length() >= LONG_TEXT;
    }

    /** How many languages there are. */
    int languages() {
        return languages;
    }

    private int only() {
        int language = 0;
        while (!candidates[language]) {
            language++;
        }
        return language;
    }

    private void score() {
        boolean isLong = isLong();
        int first = isLong ? LONG_ORDER : 1;
        int last = Math.min(clean.length(), isLong ? LONG_ORDER : LinguaTable.MAX_ORDER);
        for (int order = first; order <= last; order++) {
            seen[order].clear();
            Arrays.fill(sums[order], 0);
        }
        Arrays.fill(letterCounts, 0);
        for (int i = 0; i < clean.length(); i++) {
            if (isLong) {
                trigram(i);
            } else {
                chain(i, last);
            }
        }
        for (int language = 0; language < languages; language++) {
            for (int order = first; candidates[language] && order <= last; order++) {
                totals[language] -= sums[order][language] * GramTable.UNIT;
            }
            if (letterCounts[language] > 0) {
                totals[language] /= letterCounts[language];
            }
        }
    }

    private void trigram(int start) {
        char[] chars = clean.chars();
        if (start + 2 >= clean.length()
                || !CleanText.isLetter(chars[start])
                || !CleanText.isLetter(chars[start + 1])
                || !CleanText.isLetter(chars[start + 2])) {
            return;
        }
        long trigram = TrigramRows.pack(chars, start);
        if (seen[LONG_ORDER].add(trigram) && !model.trigrams().add(trigram, sums[LONG_ORDER])) {
            Arrays.fill(values, 0);
            for (int order = 1; order < LONG_ORDER; order++) {
                write(order, GramKeys.of(chars, start, start + order));
            }
            add(sums[LONG_ORDER]);
        }
    }

    /** The n-grams that begin at a char, from one letter to {@code last} letters, each once. */
    private void chain(int start, int last) {
        Arrays.fill(values, 0);
        long hash = 0;
        for (int order = 1; order <= last; order++) {
            int at = start + order - 1;
            if (at >= clean.length() || !CleanText.isLetter(clean.chars()[at])) {
                return;
            }
            hash = GramKeys.add(hash, clean.chars()[at]);
            long key = GramKeys.finish(hash);
            write(order, key);
            if (seen[order].add(key)) {
                add(sums[order]);
                if (order == 1) {
                    countLetter();
                }
            }
        }
    }

    private void write(int order, long key) {
        int record = model.table(order).find(key);
        if (record >= 0) {
            model.table(order).write(record, values);
        }
    }

    private void add(int[] sum) {
        for (int language = 0; language < languages; language++) {
            sum[language] += values[language];
        }
    }

    private void countLetter() {
        for (int language = 0; language < languages; language++) {
            letterCounts[language] += values[language] > 0 ? 1 : 0;
        }
    }

    private int best() {
        int best = -1;
        boolean shared = false;
        for (int language = 0; language < languages; language++) {
            if (totals[language] != 0) {
                if (best < 0 || totals[language] > totals[best]) {
                    best = language;
                    shared = false;
                } else if (totals[language] == totals[best]) {
                    shared = true;
                }
            }
        }
        return shared ? -1 : best;
    }
}
