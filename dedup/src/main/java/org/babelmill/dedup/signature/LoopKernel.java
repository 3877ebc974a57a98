package org.babelmill.dedup.signature;

import static org.babelmill.dedup.signature.Permutations.PRIME;

/**
 * A loop that HotSpot's C2 turns into vector code where vectors are 512 bits wide: no branch and no {@code Math.min},
 * which JDK 17 leaves scalar for {@code long}. The conditional subtraction and the minimum go by the sign of a difference,
 * spread over all bits; values stay below 2^62, so the differences are exact. The loop over the functions is the inner
 * one because no step of it depends on the one before.
 */
record LoopKernel(Permutations functions) implements MinHashKernel {

    @Override
    public void lower(long[] hashes, int count, long[] minima) {
        for (int i = 0; i < count; i++) {
            lower(hashes[i], functions.a(), functions.b(), minima);
        }
    }

    private static void lower(long hash, long[] a, long[] b, long[] minima) {
        for (int j = 0; j < minima.length; j++) {
            long x = hash * a[j] + b[j];
            long folded = (x & PRIME) + (x >>> 61) - PRIME;
            long value = folded + (PRIME & (folded >> 63));
            long difference = value - minima[j];
            minima[j] += difference & (difference >> 63);
        }
    }
}
