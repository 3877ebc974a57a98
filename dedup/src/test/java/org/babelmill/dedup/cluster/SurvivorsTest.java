package org.babelmill.dedup.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.junit.jupiter.api.Test;

class SurvivorsTest {

    private static final byte[] NO_SKETCH = {};

    private final SignatureScheme scheme = SignatureScheme.of(
            ConfigurationLoader.bind(ConfigurationLoader.defaults()).dedup());
    private final Signer signer = scheme.newSigner();

    @Test
    void theFirstStaysForAllThatResembleIt() {
        Survivors survivors = new Survivors(scheme.sketches(), 0.45);
        survivors.open();

        assertThat(survivors.assign(window(0))).isZero();
        assertThat(survivors.assign(window(5))).isZero();
        assertThat(survivors.assign(window(10))).isZero();
        assertThat(survivors.count()).isOne();
    }

    @Test
    void theEndOfAChainStaysItself() {
        Survivors survivors = new Survivors(scheme.sketches(), 0.45);
        survivors.open();
        survivors.assign(window(0));
        survivors.assign(window(20));

        assertThat(survivors.assign(window(90))).isOne();
        assertThat(survivors.assign(window(100))).isOne();
        assertThat(survivors.assign(window(0))).isZero();
        assertThat(survivors.count()).isEqualTo(2);
    }

    @Test
    void withoutABarTheFirstStaysForAll() {
        Survivors survivors = new Survivors(scheme.sketches(), 0);
        survivors.open();
        survivors.assign(window(0));

        assertThat(survivors.assign(window(300))).isZero();
    }

    @Test
    void documentsWithoutSketchBelongToTheFirst() {
        Survivors survivors = new Survivors(scheme.sketches(), 0.45);
        survivors.open();

        assertThat(survivors.assign(NO_SKETCH)).isZero();
        assertThat(survivors.assign(NO_SKETCH)).isZero();
        assertThat(survivors.count()).isOne();
    }

    @Test
    void survivorsAreBounded() {
        Survivors survivors = new Survivors(scheme.sketches(), 0.45);
        survivors.open();
        for (int i = 0; i < Survivors.MOST; i++) {
            assertThat(survivors.assign(window(200 * i))).isEqualTo(i);
        }

        assertThat(survivors.assign(window(200 * Survivors.MOST))).isZero();
        assertThat(survivors.count()).isEqualTo(Survivors.MOST);
    }

    /** A hundred running words, from one on. */
    private byte[] window(int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + 100; i++) {
            text.append((char) ('a' + i / 676 % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i % 26))
                    .append(' ');
        }
        return signer.sign(text.toString()).sketch();
    }
}
