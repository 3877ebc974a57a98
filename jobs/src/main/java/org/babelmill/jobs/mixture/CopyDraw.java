package org.babelmill.jobs.mixture;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Turns a fractional number of times into a whole one for each document, by a hash of its id and the seed alone: 1.3 times
 * is once for all and twice for the three tenths whose hash is lowest. The same document gets the same answer in every
 * run, and one removed document changes nobody else's. Immutable.
 *
 * @param seed of the mixture
 */
public record CopyDraw(long seed) implements Serializable {

    private static final double UNIT = 0x1p-53;

    /** A whole number whose mean over all ids is {@code times}; never falls when {@code times} rises. */
    public int copies(String id, double times) {
        double whole = Math.floor(times);
        return (int) whole + (position(id) < times - whole ? 1 : 0);
    }

    /** Where a document stands between 0 (included) and 1 (excluded). */
    double position(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return (XxHash64.hash(bytes, 0, bytes.length, seed) >>> 11) * UNIT;
    }
}
