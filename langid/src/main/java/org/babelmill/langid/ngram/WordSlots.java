package org.babelmill.langid.ngram;

import org.babelmill.langid.words.WordScanner;

/**
 * The features by which a word is scored: the word itself where some language of the pack knows it, else the longest of
 * its n-grams, with a space at either end, of which some language knows one. One thread at a time.
 */
final class WordSlots {

    private static final int ROOM = WordScanner.MAX_LENGTH + 6;

    private final SlotCache pack;
    private final int maxOrder;
    private final long[] prefixes = new long[ROOM];
    private final long[] found = new long[ROOM];
    private int count;
    private boolean whole;

    WordSlots(NgramPack pack) {
        this.pack = new SlotCache(pack);
        this.maxOrder = pack.metadata().maxOrder();
    }

    /** Looks up a word that stands from 1 to {@code length}, with a space at either end; returns how many features. */
    int find(char[] word, int length) {
        NgramKeys.prefixes(word, length + 2, prefixes);
        found[0] = pack.find(NgramKeys.word(prefixes, length));
        whole = found[0] != 0;
        count = whole ? 1 : 0;
        for (int order = Math.min(maxOrder, length + 2); order >= 2 && count == 0; order--) {
            findGrams(0, length + 2 - order, order);
        }
        if (count == 0) {
            findGrams(1, length, 1);
        }
        return count;
    }

    /** Whether the one feature is the word itself. */
    boolean isWhole() {
        return whole;
    }

    /** The slot of a feature. */
    long slot(int place) {
        return found[place];
    }

    private void findGrams(int first, int last, int order) {
        for (int start = first; start <= last; start++) {
            long slot = pack.find(NgramKeys.gram(prefixes, start, order));
            if (slot != 0) {
                found[count++] = slot;
            }
        }
    }
}
