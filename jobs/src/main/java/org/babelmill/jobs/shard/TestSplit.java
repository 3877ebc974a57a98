package org.babelmill.jobs.shard;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Which documents are for testing. Drawn by the hash of the duplicate cluster, so that documents that resemble each other
 * are in the same split, in every run and for any number of tasks. Immutable.
 */
final class TestSplit implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final double UNIT = 0x1p-53;

    /** Keeps the draw apart from the order of rows, which hashes with the bare seed. */
    private static final long SALT = 0x7465_7374_7370_6c69L;

    private final TreeMap<String, Double> shares;
    private final long seed;

    /**
     * A split.
     *
     * @param shares share of the documents by language tag, 0 to 1; languages without one have no test split
     */
    TestSplit(Map<String, Double> shares, long seed) {
        this.shares = new TreeMap<>(shares);
        this.seed = seed ^ SALT;
    }

    /** The share of a language. */
    double share(String language) {
        return shares.getOrDefault(language, 0.0);
    }

    /** Whether the documents of a cluster are for testing. */
    boolean holds(String cluster, String language) {
        byte[] bytes = cluster.getBytes(StandardCharsets.UTF_8);
        return (XxHash64.hash(bytes, 0, bytes.length, seed) >>> 11) * UNIT < share(language);
    }
}
