package org.babelmill.extract.features;

import java.util.Arrays;
import org.babelmill.extract.text.CharClass;

/** The different words of a short text, as hashes; in scripts without spaces, its characters. Not thread-safe. */
final class WordSet {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Once ordered, ascending and each once. */
    private long[] words = new long[64];

    private int size;
    /** A bit for each word, by its hash; two words may have the same. */
    private long bits;
    /** Whether the words are in order. */
    private boolean ordered;

    void of(char[] text, int from, int to) {
        size = 0;
        bits = 0;
        ordered = false;
        long hash = SEED;
        for (int i = from; i < to; i++) {
            byte type = CharClass.of(text[i]);
            boolean letter = type == CharClass.WORD || type == CharClass.DIGIT || type == CharClass.SURROGATE;
            if (letter) {
                hash = next(hash, text[i]);
                continue;
            }
            if (hash != SEED) {
                add(hash);
                hash = SEED;
            }
            if (type == CharClass.LONE) {
                add(next(SEED, text[i]));
            }
        }
        if (hash != SEED) {
            add(hash);
        }
    }

    private void add(long word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = word;
        bits |= bit(word);
    }

    private void order() {
        if (ordered) {
            return;
        }
        ordered = true;
        Arrays.sort(words, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[different++] = words[i];
            }
        }
        size = different;
    }

    private static long bit(long word) {
        return 1L << (word >>> 58);
    }

    private static long next(long hash, char c) {
        return (hash ^ CharClass.lower(c)) * PRIME;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Dice's coefficient: twice the words in common over the words of both; 0 when both are empty. */
    double similarity(WordSet other) {
        other.order();
        if (!shares(other)) {
            return 0;
        }
        order();
        int both = size + other.size;
        int common = 0;
        for (int i = 0; i < size; i++) {
            common += Arrays.binarySearch(other.words, 0, other.size, words[i]) >= 0 ? 1 : 0;
        }
        return both == 0 ? 0 : 2.0 * common / both;
    }

    /** Whether any word is one of the other's, as it rarely is; saves putting all in order. */
    private boolean shares(WordSet other) {
        if ((bits & other.bits) == 0) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            boolean possible = (bit(words[i]) & other.bits) != 0;
            if (possible && Arrays.binarySearch(other.words, 0, other.size, words[i]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
