package org.babelmill.dedup.signature;

import java.util.Arrays;

/**
 * A second set of minima, from which sketches are made: each shingle's hash falls into one of {@value #PLACES} places and
 * each place keeps the least (one permutation hashing: Li, Owen and Zhang 2012). It costs one comparison a shingle where
 * a permutation for each place would cost {@value #PLACES}, and knows nothing of the minima that made two documents
 * candidates, which are equal more often than chance for exactly that reason. Where a document has few shingles it comes
 * close to comparing the shingles themselves. Belongs to one thread; cleared for each text.
 *
 * <p>A place that no shingle falls into takes the value of one that has one (densification: Shrivastava 2017): in rounds,
 * each place that has a shingle offers it to another place, the same one for all documents, until all places have a
 * value. So two documents agree in a place with a probability of their similarity there too.
 */
final class PlaceMinima {

    /** Number of places. */
    static final int PLACES = 256;

    private static final int SHIFT = Long.SIZE - 8;
    private static final long NONE = Long.MAX_VALUE;

    private final long[] least = new long[PLACES];
    private final int[] filled = new int[PLACES];

    /** Forgets all hashes. */
    void clear() {
        Arrays.fill(least, NONE);
    }

    /** Takes some hashes; to take one again changes nothing. */
    void lower(long[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            int place = (int) (hashes[i] >>> SHIFT);
            // What is left of the hash is compared; its sign bit is gone, and with it any likeness to NONE.
            least[place] = Math.min(least[place], (hashes[i] << 8) >>> 1);
        }
    }

    /** The value of every place, as random numbers that are equal where documents agree; valid until the next call. */
    long[] values() {
        int count = 0;
        for (int place = 0; place < PLACES; place++) {
            if (least[place] != NONE) {
                filled[count++] = place;
            }
        }
        if (count > 0) {
            fill(count);
        }
        for (int place = 0; place < PLACES; place++) {
            // Copies of one value must not agree or disagree together.
            least[place] = mix(least[place] + place);
        }
        return least;
    }

    private void fill(int count) {
        int empty = PLACES - count;
        for (long round = 1; empty > 0; round++) {
            for (int i = 0; i < count && empty > 0; i++) {
                int to = (int) (mix(round << 8 | filled[i]) >>> SHIFT);
                if (least[to] == NONE) {
                    least[to] = least[filled[i]];
                    empty--;
                }
            }
        }
    }

    /** The finisher of SplitMix64 (Steele, Lea and Flood 2014): every bit of the result depends on all of the number. */
    private static long mix(long number) {
        long x = number * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
