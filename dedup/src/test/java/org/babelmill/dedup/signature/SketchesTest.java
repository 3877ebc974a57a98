package org.babelmill.dedup.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchesTest {

    @Property(tries = 300)
    void agreementsAreThePiecesThatAreEqual(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int functions) {
        Random random = new Random(seed);
        long[] one = random.longs(functions).toArray();
        long[] other = random.longs(functions).toArray();
        for (int bits : new int[] {1, 2, 4}) {
            long mask = (1L << bits) - 1;
            int expected = 0;
            for (int i = 0; i < functions; i++) {
                expected += ((one[i] ^ other[i]) & mask) == 0 ? 1 : 0;
            }
            Sketches sketches = new Sketches(functions, bits);

            assertThat(sketches.agreements(sketches.of(one, 5), sketches.of(other, 9)))
                    .isEqualTo(expected);
            assertThat(sketches.of(one, 5)).hasSize((functions * bits + 7) / 8 + 2);
        }
    }

    @Property(tries = 100)
    void aNarrowedSketchIsTheSketchOfOneBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int functions) {
        long[] values = new Random(seed).longs(functions).toArray();
        Sketches narrow = new Sketches(functions, 1);
        for (int bits : new int[] {1, 2, 4}) {
            Sketches sketches = new Sketches(functions, bits);

            assertThat(sketches.narrow(sketches.of(values, 5000))).isEqualTo(narrow.of(values, 5000));
            assertThat(sketches.narrowed().size()).isEqualTo(narrow.size());
        }
    }

    /** 400 pairs at each similarity: the mean must lie within four standard errors, the spread near the formula. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.75, 0.9})
    void theEstimateIsRightOnAverageAndAsSharpAsTheory(double similarity) {
        Random random = new Random(7);
        Sketches sketches = new Sketches(112, 2);
        int pairs = 400;
        double sum = 0;
        double squares = 0;
        for (int pair = 0; pair < pairs; pair++) {
            long[] one = random.longs(112).toArray();
            long[] other = one.clone();
            for (int i = 0; i < other.length; i++) {
                other[i] = random.nextDouble() < similarity ? one[i] : random.nextLong();
            }
            double estimate = sketches.similarity(sketches.of(one, 5), sketches.of(other, 9));
            sum += estimate;
            squares += estimate * estimate;
        }
        double mean = sum / pairs;
        double equal = 0.25 + 0.75 * similarity;
        double theory = Math.sqrt(equal * (1 - equal) / 112) / 0.75;
        assertThat(mean).isEqualTo(similarity, within(4 * theory / Math.sqrt(pairs)));
        assertThat(Math.sqrt(squares / pairs - mean * mean)).isEqualTo(theory, within(theory * 0.2));
    }

    @Test
    void theBarInAgreementsIsTheBarInSimilarity() {
        for (int bits : new int[] {1, 2, 4}) {
            Sketches sketches = new Sketches(112, bits);
            for (double bar = 0; bar <= 1; bar += 0.01) {
                int least = sketches.agreementsFor(bar);
                double accident = 1.0 / (1 << bits);
                assertThat((least / 112.0 - accident) / (1 - accident)).isGreaterThanOrEqualTo(bar - 1e-9);
                assertThat(((least - 1) / 112.0 - accident) / (1 - accident)).isLessThan(bar);
            }
        }
    }

    @Property
    void sizesAreComparedAsIfExactlyKnown(@ForAll @IntRange(min = 1) int one, @ForAll @IntRange(min = 1) int other) {
        Sketches sketches = new Sketches(8, 2);
        double ratio = (double) Math.min(one, other) / Math.max(one, other);
        byte[] a = sketches.of(new long[8], one);
        byte[] b = sketches.of(new long[8], other);

        int distance = sketches.sizeDistance(a, b);

        assertThat(distance).isEqualTo(sketches.sizeDistance(b, a));
        assertThat(distance).isLessThanOrEqualTo(Sketches.sizeDistanceFor(ratio * 0.999));
        assertThat(ratio < 0.99 && distance <= Sketches.sizeDistanceFor(ratio * 1.002))
                .isFalse();
        assertThat(distance).isLessThan(Sketches.sizeDistanceFor(0));
    }

    @Test
    void onlyWholePartsOfAByteAreAllowed() {
        assertThatThrownBy(() -> new Sketches(112, 3)).hasMessage("1, 2 or 4 bits, not 3");
    }
}
