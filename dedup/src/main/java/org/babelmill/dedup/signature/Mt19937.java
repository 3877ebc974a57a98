package org.babelmill.dedup.signature;

/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998) with the seeding and the bounded draws of numpy's legacy
 * {@code RandomState}, so that parameters drawn here equal those drawn there. Not thread-safe.
 */
final class Mt19937 {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int at = SIZE;

    /** Seeds with a 32-bit number ({@code init_genrand} of the authors' program). */
    Mt19937(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /**
     * A uniform draw, as {@code randint(low, high, dtype=uint64)} makes it: masked 64-bit numbers until one fits.
     *
     * @param low smallest result
     * @param high above every result; {@code high - low} is positive
     */
    long next(long low, long high) {
        long range = high - low - 1;
        long mask = range == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(range);
        long value;
        do {
            long upper = nextInt() & 0xFFFFFFFFL;
            value = ((upper << 32) | (nextInt() & 0xFFFFFFFFL)) & mask;
        } while (Long.compareUnsigned(value, range) > 0);
        return low + value;
    }

    private int nextInt() {
        if (at == SIZE) {
            twist();
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7FFFFFFF);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }
        at = 0;
    }
}
