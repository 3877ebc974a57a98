package org.babelmill.dedup.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SCurveTest {

    /** FineWeb2's curve, as published with 14 bands of 8. */
    @Test
    void theCurveOfFourteenBandsOfEight() {
        SCurve curve = new SCurve(14, 8);

        assertThat(curve.probability(0.5)).isEqualTo(0.053, within(0.0005));
        assertThat(curve.probability(0.7)).isEqualTo(0.565, within(0.0005));
        assertThat(curve.probability(0.75)).isEqualTo(0.772, within(0.0005));
        assertThat(curve.probability(0.8)).isEqualTo(0.924, within(0.0005));
        assertThat(curve.similarity(0.5)).isEqualTo(0.685, within(0.0005));
        assertThat(curve.probability(0)).isZero();
        assertThat(curve.probability(1)).isOne();
    }

    @Test
    void oneIsTheInverseOfTheOther() {
        SCurve curve = new SCurve(20, 7);
        for (double p = 0.05; p < 1; p += 0.05) {
            assertThat(curve.probability(curve.similarity(p))).isEqualTo(p, within(1e-9));
        }
    }
}
