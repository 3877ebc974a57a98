package org.babelmill.langid.ngram;

import java.util.Arrays;

/**
 * The values of words that very many languages have, one for every language of the pack, as floats: to add a whole row to
 * the totals takes a processor less time than to go through the list of those that have the word. There are few such words,
 * and they are most of what is added. One thread at a time.
 */
final class WideRows {

    /** From so many languages on a row is faster than a list. */
    private static final int WIDE = 64;

    /** 128 words: the articles and prepositions of a few languages. */
    private static final int BITS = 7;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final NgramPack pack;
    private final long[] slots = new long[1 << BITS];
    private final float[][] rows = new float[1 << BITS][];

    WideRows(NgramPack pack) {
        this.pack = pack;
    }

    /**
     * Adds a word's value to the totals of the languages that have it, as {@link NgramPack#add} does.
     *
     * @param slot of the word, not 0
     * @param totals one per language
     */
    void add(long slot, float[] totals) {
        if (pack.languages(slot) < WIDE) {
            pack.add(slot, 1, totals);
            return;
        }
        int place = (int) (slot * SPREAD >>> (64 - BITS));
        if (slots[place] != slot) {
            fill(place, slot, totals.length);
        }
        float[] row = rows[place];
        for (int i = 0; i < totals.length; i++) {
            totals[i] += row[i];
        }
    }

    private void fill(int place, long slot, int languages) {
        if (rows[place] == null) {
            rows[place] = new float[languages];
        }
        Arrays.fill(rows[place], 0);
        pack.add(slot, 1, rows[place]);
        slots[place] = slot;
    }
}
