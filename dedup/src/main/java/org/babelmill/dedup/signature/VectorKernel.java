package org.babelmill.dedup.signature;

import static org.babelmill.dedup.signature.Permutations.PRIME;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel over the Vector API. It is compiled apart and found by name, because its module is there only where the JVM
 * was started with {@code --add-modules jdk.incubator.vector}, as Spark 4.1 and later do.
 *
 * <p>A vector of functions stays in registers while all hashes pass. The remainder is left out of that loop: a folded
 * value is wrong only when it is {@link Permutations#PRIME} or more, of which the chance is 2^-58, so it is enough to
 * watch the maximum and, should it ever be reached, to do the vector again in plain code.
 */
final class VectorKernel implements MinHashKernel {

    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;

    private final Permutations functions;
    private final ScalarKernel scalar;

    /**
     * The kernel.
     *
     * @throws UnsupportedOperationException on processors whose vectors hold fewer than four {@code long}
     */
    VectorKernel(Permutations functions) {
        if (SPECIES.length() < 4) {
            throw new UnsupportedOperationException("vectors of " + SPECIES.length() + " long");
        }
        this.functions = functions;
        this.scalar = new ScalarKernel(functions);
    }

    @Override
    public void lower(long[] hashes, int count, long[] minima) {
        int whole = SPECIES.loopBound(minima.length);
        boolean exact = true;
        for (int j = 0; j < whole; j += SPECIES.length()) {
            exact &= lower(hashes, count, minima, j);
        }
        scalar.lower(hashes, count, exact ? whole : 0, minima);
    }

    /** Lowers one vector of minima, unless a value needs the remainder; answers whether none did. */
    private boolean lower(long[] hashes, int count, long[] minima, int at) {
        LongVector a = LongVector.fromArray(SPECIES, functions.a(), at);
        LongVector b = LongVector.fromArray(SPECIES, functions.b(), at);
        LongVector least = LongVector.fromArray(SPECIES, minima, at);
        LongVector greatest = LongVector.zero(SPECIES);
        for (int i = 0; i < count; i++) {
            LongVector x = a.mul(hashes[i]).add(b);
            LongVector folded = x.and(PRIME).add(x.lanewise(VectorOperators.LSHR, 61));
            least = least.min(folded);
            greatest = greatest.max(folded);
        }
        if (greatest.reduceLanes(VectorOperators.MAX) >= PRIME) {
            return false;
        }
        least.intoArray(minima, at);
        return true;
    }
}
