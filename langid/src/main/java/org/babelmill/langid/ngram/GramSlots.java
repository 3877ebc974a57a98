package org.babelmill.langid.ngram;

import org.babelmill.langid.words.WordScanner;

/**
 * The features by which a word is scored that no language of the pack knows: the longest of its n-grams, with a space at
 * either end, of which some language knows one. Those of words looked up lately are kept, since a page repeats its names.
 * One thread at a time.
 */
final class GramSlots {

    private static final int ROOM = WordScanner.MAX_LENGTH + 6;

    /** 512 words are kept, each in 128 bytes: its key, how many features it has, and the features if there is room. */
    private static final int KEPT_BITS = 9;

    private static final int ROW_BITS = 4;
    private static final int HEAD = 2;

    private final NgramPack pack;
    private final int maxOrder;
    private final long[] prefixes = new long[ROOM];
    private final long[] keys = new long[ROOM];
    private final long[] found = new long[ROOM];
    private final int[] fetched = new int[ROOM];
    private final long[] kept = new long[1 << (KEPT_BITS + ROW_BITS)];

    GramSlots(NgramPack pack) {
        this.pack = pack;
        this.maxOrder = pack.metadata().maxOrder();
    }

    /**
     * Looks up a word of so many chars that stands behind the space at {@code start}; returns how many features.
     *
     * @param word its key
     */
    int find(long word, char[] chars, int start, int length) {
        int row = (int) (word >>> (64 - KEPT_BITS)) << ROW_BITS;
        if (kept[row] == word && kept[row + 1] > 0) {
            int count = (int) kept[row + 1];
            System.arraycopy(kept, row + HEAD, found, 0, count);
            return count;
        }
        int count = search(chars, start, length);
        if (HEAD + count <= 1 << ROW_BITS) {
            kept[row] = word;
            kept[row + 1] = count;
            System.arraycopy(found, 0, kept, row + HEAD, count);
        }
        return count;
    }

    private int search(char[] chars, int start, int length) {
        NgramKeys.prefixes(chars, start, length + 2, prefixes);
        for (int order = Math.min(maxOrder, length + 2); order >= 2; order--) {
            int count = find(0, length + 2 - order, order);
            if (count > 0) {
                return count;
            }
        }
        return find(1, length, 1);
    }

    /** The slot of a feature. */
    long slot(int place) {
        return found[place];
    }

    /** All are fetched from memory before the first is looked at, see {@link WordBatch}. */
    private int find(int first, int last, int order) {
        int size = 0;
        for (int start = first; start <= last; start++) {
            long key = NgramKeys.gram(prefixes, start, order);
            keys[size] = key;
            found[size++] = pack.home(key);
        }
        int count = 0;
        for (int i = 0; i < size; i++) {
            long slot = found[i] == 0 ? 0 : pack.find(keys[i]);
            if (slot != 0) {
                fetched[count] = pack.languages(slot);
                found[count++] = slot;
            }
        }
        return count;
    }
}
