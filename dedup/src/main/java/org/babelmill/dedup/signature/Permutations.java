package org.babelmill.dedup.signature;

/**
 * The random functions of MinHash, {@code v = ((h * a + b) mod 2^64) mod (2^61 - 1)} with unsigned arithmetic. The arrays
 * are handed out as they are, for the kernels' loops.
 */
final class Permutations {

    /** 2^61 - 1, a Mersenne prime. */
    static final long PRIME = (1L << 61) - 1;

    private final long[] a;
    private final long[] b;

    /** Functions with these factors and, as many, summands. */
    Permutations(long[] a, long[] b) {
        this.a = a;
        this.b = b;
    }

    /** As datatrove draws them: first every {@code a} from [1, 2^61 - 1), then every {@code b} from [0, 2^61 - 1). */
    static Permutations draw(int count, int seed) {
        Mt19937 random = new Mt19937(seed);
        long[] a = new long[count];
        for (int i = 0; i < count; i++) {
            a[i] = random.next(1, PRIME);
        }
        long[] b = new long[count];
        for (int i = 0; i < count; i++) {
            b[i] = random.next(0, PRIME);
        }
        return new Permutations(a, b);
    }

    /** The factors. */
    long[] a() {
        return a;
    }

    /** The summands. */
    long[] b() {
        return b;
    }
}
