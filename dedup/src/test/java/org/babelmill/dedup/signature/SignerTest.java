package org.babelmill.dedup.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.junit.jupiter.api.Test;

class SignerTest {

    private final Signer signer = scheme("").newSigner();

    @Test
    void whatSimplificationTakesAwayDoesNotShow() {
        DocumentSignature one = signer.sign("It was 9 o'clock when the Mill of 1887 stopped.");
        DocumentSignature other = signer.sign("it was 12 o clock:\n\twhen the “mill” of 3 stöpped");

        assertThat(other).isEqualTo(one);
        assertThat(signer.sign("It was 9 o'clock when the Mill of 1887 started."))
                .isNotEqualTo(one);
    }

    @Test
    void shortTextsHaveAFingerprintAlone() {
        DocumentSignature four = signer.sign("one two three four");

        assertThat(four.bands()).isEmpty();
        assertThat(four.sketch()).isEmpty();
        assertThat(four.shingles()).isZero();
        assertThat(four.fingerprintLow())
                .isNotEqualTo(signer.sign("one two three five").fingerprintLow());
        assertThat(signer.sign("one two three four five").bands()).hasSize(14);
        assertThat(signer.sign("one two three four five").sketch()).hasSize(66);
    }

    @Test
    void textsWithoutWordsAreComparedAsTheyAre() {
        assertThat(signer.sign("!!!")).isEqualTo(signer.sign("!!!")).isNotEqualTo(signer.sign("???"));
        assertThat(signer.sign("")).isEqualTo(signer.sign(""));
    }

    @Test
    void anEarlierTextLeavesNoTrace() {
        DocumentSignature fresh = signer.sign("a short text of seven words only");
        signer.sign("the quick brown fox jumps over the lazy dog ".repeat(5_000));
        signer.sign("x");

        assertThat(signer.sign("a short text of seven words only")).isEqualTo(fresh);
    }

    @Test
    void moreShinglesThanABlockAreAllSeen() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append((char) ('a' + i / 676))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i % 26));
            text.append(' ');
        }
        ShingleSet all = signer.shingles(text.toString());
        DocumentSignature signature = signer.sign(text.toString());

        assertThat(signature.shingles()).isEqualTo(1_996);
        assertThat(all.jaccard(signer.shingles(text.reverse().toString()))).isLessThan(0.01);
        assertThat(all.jaccard(all)).isEqualTo(1);
    }

    @Test
    void repeatedShinglesCountOnce() {
        DocumentSignature once = signer.sign("one two three four five six");
        DocumentSignature again = signer.sign("one two three four five six one two three four five six");

        assertThat(once.shingles()).isEqualTo(2);
        assertThat(again.shingles()).isEqualTo(6);
        assertThat(signer.sign("a ".repeat(100_000)).shingles()).isEqualTo(1);
        assertThat(signer.shingles("a ".repeat(100_000)).size()).isEqualTo(1);
    }

    @Test
    void exactSimilarityIsCommonOverAll() {
        ShingleSet one = signer.shingles("a b c d e f g h");
        ShingleSet other = signer.shingles("a b c d e f g x");

        assertThat(one.size()).isEqualTo(4);
        assertThat(one.jaccard(other)).isEqualTo(3.0 / 5);
        assertThat(signer.shingles("a b").jaccard(signer.shingles("a b"))).isZero();
    }

    /** With equal counts the weighted rule is the plain rule; with others a shingle has ten characters or five words. */
    @Test
    void charactersMayCountLessThanWords() {
        Signer weighted = scheme("unspaced-ngram: 10").newSigner();
        String words = "one two three four five six seven";
        String characters = "磨坊磨得很慢但是磨得很细每天";

        assertThat(weighted.minima(words).orElseThrow())
                .isEqualTo(signer.minima(words).orElseThrow());
        assertThat(weighted.sign(characters).shingles()).isEqualTo(characters.length() - 9);
        assertThat(signer.sign(characters).shingles()).isEqualTo(characters.length() - 4);
        assertThat(weighted.sign("磨坊磨得很慢 one two").shingles()).isEqualTo(1);
        assertThat(weighted.sign("磨坊磨得很慢但是磨").shingles()).isZero();
    }

    @Test
    void bandsOfDifferentNumbersDifferEvenWhenTheirMinimaAreEqual() {
        DocumentSignature signature =
                scheme("rows: 1\n  bands: 256").newSigner().sign("five words are enough here");

        assertThat(signature.bands()).doesNotHaveDuplicates();
    }

    private static SignatureScheme scheme(String settings) {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        return SignatureScheme.of(
                ConfigurationLoader.bind(settings.isEmpty() ? tree : tree.overlay("test", "dedup:\n  " + settings))
                        .dedup());
    }
}
