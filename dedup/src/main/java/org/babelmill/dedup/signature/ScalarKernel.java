package org.babelmill.dedup.signature;

import static org.babelmill.dedup.signature.Permutations.PRIME;

/**
 * One value after the other. The fastest form where the processor, or the JIT compiler, cannot multiply eight
 * {@code long} at a time; what the others fall back to and are tested against.
 *
 * <p>Nearly no value is a new minimum, so most are only shown not to be: one multiplication, one addition and one
 * comparison, with the function's constants in registers while all hashes pass. What is compared are the lower 61 bits of
 * {@code h * a + b}, moved to the top of the word, where the arithmetic drops the upper three by itself; the value is
 * those 61 bits plus the three, so that it cannot be below the minimum unless they are. The remainder is what makes a
 * value small all the same, from lower bits of 2^61 - 8 on; eight are added so that these wrap around and look small.
 */
record ScalarKernel(Permutations functions) implements MinHashKernel {

    private static final int UPPER = 3;
    private static final long WRAP = 8;

    @Override
    public void lower(long[] hashes, int count, long[] minima) {
        lower(hashes, count, 0, minima);
    }

    /** Lowers the minima from one function on. */
    void lower(long[] hashes, int count, int from, long[] minima) {
        for (int j = from; j < minima.length; j++) {
            minima[j] = least(hashes, count, j, minima[j]);
        }
    }

    private long least(long[] hashes, int count, int function, long before) {
        // The sign is flipped in the summand and in the bound, because Java compares as signed numbers.
        long a = functions.a()[function] << UPPER;
        long b = ((functions.b()[function] + WRAP) << UPPER) + Long.MIN_VALUE;
        long least = before;
        long bound = bound(before);
        for (int i = 0; i < count; i++) {
            if (hashes[i] * a + b < bound) {
                least = Math.min(least, value(hashes[i], function));
                bound = bound(least);
            }
        }
        return least;
    }

    /** What the compared number is below where the value may be below the minimum. */
    private static long bound(long minimum) {
        return minimum < PRIME - WRAP ? ((minimum + WRAP) << UPPER) + Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private long value(long hash, int function) {
        long x = hash * functions.a()[function] + functions.b()[function];
        // 2^61 is 1 modulo 2^61 - 1: the upper three bits are added to the lower 61.
        long folded = (x & PRIME) + (x >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
