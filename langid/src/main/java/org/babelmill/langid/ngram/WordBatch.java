package org.babelmill.langid.ngram;

import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.langid.words.WordScanner;

/**
 * The next words of a text with their places in a pack. A pack is far larger than a processor's caches, so that most of
 * the time of a look-up is spent waiting for memory; for a batch of words this is done at once. One thread at a time.
 */
final class WordBatch {

    /** For words of all scripts. */
    static final int ALL_GROUPS = -1;

    private static final int SIZE = 32;
    private static final int ROOM = WordScanner.MAX_LENGTH + 4;

    private final NgramPack pack;
    private final SlotCache cache;
    private final WordScanner scanner = new WordScanner();
    private final char[] chars = new char[SIZE * ROOM];
    private final int[] lengths = new int[SIZE];
    private final long[] keys = new long[SIZE];
    private final long[] slots = new long[SIZE];
    private final int[] fetched = new int[SIZE];
    private int group;
    private int maxLetters;
    private int letters;
    private int words;
    private int size;

    WordBatch(NgramPack pack) {
        this.pack = pack;
        this.cache = new SlotCache(pack);
    }

    /**
     * Starts on the chars from {@code from} to {@code to} (exclusive).
     *
     * @param group from {@link ScriptGroups}: words of others are passed over
     * @param maxLetters words are read until they have so many letters, one more counted for each word
     */
    void reset(char[] text, int from, int to, int group, int maxLetters) {
        scanner.reset(text, from, to);
        this.group = group;
        this.maxLetters = maxLetters;
        letters = 0;
        words = 0;
    }

    /** Reads the next words and looks them up; returns how many, 0 at the end. */
    int next() {
        size = 0;
        while (size < SIZE && letters + words < maxLetters && scanner.next()) {
            if (isWanted()) {
                take(scanner.buffer(), scanner.length());
            }
        }
        fetch();
        return size;
    }

    /** In rounds that do not wait for one another's answers: the place of each new word, its slot, the heads of lists. */
    private void fetch() {
        for (int i = 0; i < size; i++) {
            slots[i] = cache.holds(keys[i]) ? cache.slot(keys[i]) : pack.home(keys[i]);
        }
        for (int i = 0; i < size; i++) {
            slots[i] = cache.holds(keys[i]) ? cache.slot(keys[i]) : cache.find(keys[i]);
        }
        for (int i = 0; i < size; i++) {
            fetched[i] = slots[i] == 0 ? 0 : pack.languages(slots[i]);
        }
    }

    /** Letters in the words read so far. */
    int letters() {
        return letters;
    }

    /** The key of a word. */
    long key(int word) {
        return keys[word];
    }

    /** The slot of a word, or 0 where no language knows it. */
    long slot(int word) {
        return slots[word];
    }

    /** The chars of the words, each with a space at either end. */
    char[] chars() {
        return chars;
    }

    /** Where in {@link #chars} the space before a word is. */
    int start(int word) {
        return word * ROOM;
    }

    /** Chars of a word, without the spaces. */
    int length(int word) {
        return lengths[word];
    }

    private boolean isWanted() {
        if (group == ALL_GROUPS) {
            return true;
        }
        int of = ScriptGroups.of(Character.codePointAt(scanner.buffer(), 1, scanner.length() + 1));
        return of == group || of == ScriptGroups.ANY;
    }

    private void take(char[] word, int length) {
        System.arraycopy(word, 0, chars, size * ROOM, length + 2);
        lengths[size] = length;
        keys[size] = NgramKeys.word(word, length);
        size++;
        words++;
        letters += length;
    }
}
