package org.babelmill.dedup.signature;

import org.babelmill.dedup.text.TokenBuffer;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Cuts tokens into shingles and hashes each where it stands: xxHash64 with seed 0 over the tokens' UTF-8 bytes with one
 * space between neighbours. Every token begins a shingle, as long as enough tokens follow. Belongs to one thread.
 *
 * <p>A shingle is the shortest run that counts one whole, where a word counts 1/{@code ngram} and a character of a script
 * without spaces 1/{@code unspacedNgram}. With both equal that is {@code ngram} tokens, datatrove's rule.
 */
final class Shingles {

    private final int wordWeight;
    private final int characterWeight;
    private final int whole;
    private final int uniform;
    private TokenBuffer tokens;
    private int first;
    private int behind;
    private long weight;

    Shingles(int ngram, int unspacedNgram) {
        this.wordWeight = unspacedNgram;
        this.characterWeight = ngram;
        this.whole = ngram * unspacedNgram;
        this.uniform = ngram == unspacedNgram ? ngram : 0;
    }

    /** Starts over with the tokens of a text. */
    void start(TokenBuffer buffer) {
        tokens = buffer;
        first = 0;
        behind = 0;
        weight = 0;
    }

    /** Hashes the next shingles, as many as fit; answers how many there were, 0 at the end. */
    int next(long[] hashes) {
        return uniform > 0 ? nextUniform(hashes) : nextWeighted(hashes);
    }

    private int nextUniform(long[] hashes) {
        byte[] bytes = tokens.bytes();
        int last = Math.min(tokens.count() - uniform, first + hashes.length - 1);
        int count = 0;
        for (int token = first; token <= last; token++) {
            int from = tokens.start(token);
            hashes[count++] = XxHash64.hash(bytes, from, tokens.end(token + uniform - 1) - from, 0);
        }
        first += count;
        return count;
    }

    private int nextWeighted(long[] hashes) {
        byte[] bytes = tokens.bytes();
        int count = 0;
        while (count < hashes.length) {
            while (weight < whole && behind < tokens.count()) {
                weight += weight(behind++);
            }
            if (weight < whole) {
                return count;
            }
            int from = tokens.start(first);
            hashes[count++] = XxHash64.hash(bytes, from, tokens.end(behind - 1) - from, 0);
            weight -= weight(first++);
        }
        return count;
    }

    private int weight(int token) {
        return tokens.isAlone(token) ? characterWeight : wordWeight;
    }
}
