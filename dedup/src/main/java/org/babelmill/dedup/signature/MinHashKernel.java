package org.babelmill.dedup.signature;

/** The inner loop of MinHash. Implementations are immutable, may be shared, and agree bit for bit. */
interface MinHashKernel {

    /** No minimum yet: above every value, and far enough from the ends of {@code long} for signed differences. */
    long NONE = Long.MAX_VALUE >> 1;

    /**
     * Lowers each minimum to the least value that its function takes on the hashes.
     *
     * @param hashes hashes of shingles
     * @param count how many of them
     * @param minima one for each function, {@link #NONE} where none has been seen
     */
    void lower(long[] hashes, int count, long[] minima);
}
