package org.babelmill.dedup.signature;

import static org.babelmill.dedup.signature.Permutations.PRIME;

/**
 * One value after the other. The fastest form where the processor, or the JIT compiler, cannot multiply eight
 * {@code long} at a time; what the others fall back to and are tested against.
 */
record ScalarKernel(Permutations functions) implements MinHashKernel {

    @Override
    public void lower(long[] hashes, int count, long[] minima) {
        for (int i = 0; i < count; i++) {
            lower(hashes[i], 0, minima);
        }
    }

    /** Lowers the minima from one function on. */
    void lower(long hash, int from, long[] minima) {
        long[] a = functions.a();
        long[] b = functions.b();
        for (int j = from; j < minima.length; j++) {
            long x = hash * a[j] + b[j];
            // 2^61 is 1 modulo 2^61 - 1: the upper three bits are added to the lower 61.
            long value = (x & PRIME) + (x >>> 61);
            if (value >= PRIME) {
                value -= PRIME;
            }
            if (value < minima[j]) {
                minima[j] = value;
            }
        }
    }
}
