package org.babelmill.dedup.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The contract of all kernels: the same minima as the definition, whatever the number of functions and hashes. */
class MinHashKernelTest {

    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger PRIME = BigInteger.valueOf(Permutations.PRIME);

    @Property(tries = 200)
    void allGiveTheDefinition(
            @ForAll @Size(min = 1, max = 20) long[] hashes, @ForAll @IntRange(min = 1, max = 40) int count) {
        Permutations functions = Permutations.draw(count, count);

        for (MinHashKernel kernel : kernels(functions)) {
            assertThat(minima(kernel, hashes, count)).isEqualTo(definition(functions, hashes));
        }
    }

    /** Where the folded value reaches the prime and the remainder is taken: one case in 2^58 by chance. */
    @Test
    void theRareRemainderIsTaken() {
        long[] ones = new long[16];
        Arrays.fill(ones, 1);
        Permutations identity = new Permutations(ones, new long[16]);
        long prime = Permutations.PRIME;
        long[][] cases = {
            {prime},
            {-1, 12},
            {12, -1},
            {5, prime + 3},
            {-1L << 61},
            // The least lower bits that the upper three can carry to the prime, behind a small minimum.
            {1, (-1L << 61) | (prime - 7)},
            {1, (-1L << 61) | (prime - 8)},
            // Minima so large that adding to them would wrap around.
            {prime - 1, prime - 2, prime - 7},
            {prime - 8, prime - 9},
        };
        for (long[] hashes : cases) {
            for (MinHashKernel kernel : kernels(identity)) {
                assertThat(minima(kernel, hashes, 16)).isEqualTo(definition(identity, hashes));
            }
        }
    }

    @Test
    void whatWasSeenBeforeCounts() {
        Permutations functions = Permutations.draw(112, 1);
        for (MinHashKernel kernel : kernels(functions)) {
            long[] inSteps = new long[112];
            Arrays.fill(inSteps, MinHashKernel.NONE);
            kernel.lower(new long[] {1, 2, 99}, 2, inSteps);
            kernel.lower(new long[] {3, 99}, 1, inSteps);

            assertThat(inSteps).isEqualTo(minima(kernel, new long[] {3, 2, 1}, 112));
        }
    }

    @Test
    void theVectorKernelIsChosenWhereItsModuleIs() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(Kernels.fastest(Permutations.draw(8, 1)).getClass().getSimpleName())
                .isIn("VectorKernel", "ScalarKernel", "LoopKernel");
    }

    private static List<MinHashKernel> kernels(Permutations functions) {
        return List.of(new ScalarKernel(functions), new LoopKernel(functions), Kernels.fastest(functions));
    }

    private static long[] minima(MinHashKernel kernel, long[] hashes, int functions) {
        long[] minima = new long[functions];
        Arrays.fill(minima, MinHashKernel.NONE);
        kernel.lower(hashes, hashes.length, minima);
        return minima;
    }

    private static long[] definition(Permutations functions, long[] hashes) {
        long[] minima = new long[functions.a().length];
        for (int j = 0; j < minima.length; j++) {
            BigInteger a = new BigInteger(Long.toUnsignedString(functions.a()[j]));
            BigInteger b = new BigInteger(Long.toUnsignedString(functions.b()[j]));
            minima[j] = Arrays.stream(hashes)
                    .mapToObj(h -> new BigInteger(Long.toUnsignedString(h)))
                    .map(h -> h.multiply(a).add(b).mod(WORD).mod(PRIME))
                    .mapToLong(BigInteger::longValueExact)
                    .min()
                    .orElseThrow();
        }
        return minima;
    }
}
