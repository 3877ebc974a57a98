package org.babelmill.quality.classifier;

import org.babelmill.quality.text.Tokens;

/**
 * The features of a text: its first words, and pairs of neighbouring words, in lower case, hashed to buckets. What is
 * written here is part of the model file's version.
 */
final class Features {

    /** Tokens looked at; more make no better judgement and a slower one. */
    static final int TOKENS = 1000;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long PAIR = 0xC2B2AE3D27D4EB4FL;

    private final int shift;
    private int[] buckets = new int[2 * TOKENS];
    private int size;

    Features(int bits) {
        this.shift = 64 - bits;
    }

    /** Reads a text; the features can be had until the next one. */
    void read(Tokens tokens) {
        size = 0;
        int last = Math.min(tokens.size(), TOKENS);
        long previous = 0;
        for (int i = 0; i < last; i++) {
            long word = tokens.folded(i) * MIX;
            word ^= word >>> 32;
            buckets[size++] = bucket(word);
            if (i > 0) {
                buckets[size++] = bucket((previous * PAIR) + word);
            }
            previous = word;
        }
    }

    int size() {
        return size;
    }

    int get(int i) {
        return buckets[i];
    }

    private int bucket(long hash) {
        return (int) ((hash * MIX) >>> shift);
    }
}
