package org.babelmill.extract.features;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.babelmill.extract.text.CharClass;

/** The different words of a short text, as hashes; in scripts without spaces, its characters. Not thread-safe. */
final class WordSet {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final LongOpenHashSet words = new LongOpenHashSet();

    void of(char[] text, int from, int to) {
        words.clear();
        long hash = SEED;
        for (int i = from; i < to; i++) {
            byte type = CharClass.of(text[i]);
            boolean letter = type == CharClass.WORD || type == CharClass.DIGIT || type == CharClass.SURROGATE;
            if (letter) {
                hash = next(hash, text[i]);
                continue;
            }
            if (hash != SEED) {
                words.add(hash);
                hash = SEED;
            }
            if (type == CharClass.LONE) {
                words.add(next(SEED, text[i]));
            }
        }
        if (hash != SEED) {
            words.add(hash);
        }
    }

    private static long next(long hash, char c) {
        return (hash ^ Character.toLowerCase(c)) * PRIME;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Dice's coefficient: twice the words in common over the words of both; 0 when both are empty. */
    double similarity(WordSet other) {
        int both = words.size() + other.words.size();
        int common = 0;
        for (var i = words.iterator(); i.hasNext(); ) {
            common += other.words.contains(i.nextLong()) ? 1 : 0;
        }
        return both == 0 ? 0 : 2.0 * common / both;
    }
}
