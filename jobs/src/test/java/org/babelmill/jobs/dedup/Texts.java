package org.babelmill.jobs.dedup;

import java.util.Random;

/** Texts of random words: those of different seeds have nothing in common. */
final class Texts {

    private Texts() {}

    /** So many words. */
    static String of(long seed, int words) {
        Random random = new Random(seed * 1_000_003 + 17);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(word(random));
        }
        return text.toString();
    }

    /** The same with some words replaced, other ones for each number of edits. */
    static String edited(long seed, int words, int edits) {
        String[] text = of(seed, words).split(" ");
        Random random = new Random(seed * 31 + edits);
        for (int i = 0; i < edits; i++) {
            text[random.nextInt(words)] = word(random);
        }
        return String.join(" ", text);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
