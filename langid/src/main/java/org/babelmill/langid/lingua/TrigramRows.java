package org.babelmill.langid.lingua;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;

/**
 * For each trigram what it costs in every language: -ln p of its longest beginning that the language has, 0 where it has
 * not even the first letter. Long texts are decided on trigrams alone, so these are worth a row each. Immutable and shared.
 */
final class TrigramRows {

    private final Long2IntOpenHashMap rows;
    private final char[] costs;
    private final int languages;

    private TrigramRows(Long2IntOpenHashMap rows, char[] costs, int languages) {
        this.rows = rows;
        this.costs = costs;
        this.languages = languages;
    }

    /**
     * Makes the rows.
     *
     * @param trigrams packed by {@link #pack}
     * @param tables of n-grams, by length
     */
    static TrigramRows of(LongSet trigrams, GramTable[] tables, int languages) {
        long[] sorted = trigrams.toLongArray();
        Arrays.sort(sorted);
        Long2IntOpenHashMap rows = new Long2IntOpenHashMap(sorted.length);
        rows.defaultReturnValue(-1);
        char[] costs = new char[sorted.length * languages];
        int[] row = new int[languages];
        char[] chars = new char[3];
        for (int i = 0; i < sorted.length; i++) {
            rows.put(sorted[i], i * languages);
            for (int c = 0; c < 3; c++) {
                chars[c] = (char) (sorted[i] >>> (Character.SIZE * (2 - c)));
            }
            Arrays.fill(row, 0);
            for (int order = 1; order <= 3; order++) {
                int record = tables[order].find(GramKeys.of(chars, 0, order));
                if (record >= 0) {
                    tables[order].write(record, row);
                }
            }
            for (int language = 0; language < languages; language++) {
                costs[i * languages + language] = (char) row[language];
            }
        }
        return new TrigramRows(rows, costs, languages);
    }

    /** A trigram as a number. */
    static long pack(char[] chars, int start) {
        return ((long) chars[start] << (2 * Character.SIZE))
                | ((long) chars[start + 1] << Character.SIZE)
                | chars[start + 2];
    }

    /** Adds the costs of a trigram; false where no language has it. */
    boolean add(long trigram, int[] sums) {
        int row = rows.get(trigram);
        if (row < 0) {
            return false;
        }
        for (int language = 0; language < languages; language++) {
            sums[language] += costs[row + language];
        }
        return true;
    }

    /** Bytes of memory. */
    long memory() {
        return 2L * costs.length + 20L * rows.size();
    }
}
