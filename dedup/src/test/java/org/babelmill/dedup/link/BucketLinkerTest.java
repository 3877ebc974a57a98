package org.babelmill.dedup.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Signer;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.DedupSettings;
import org.junit.jupiter.api.Test;

class BucketLinkerTest {

    private final Signer signer = SignatureScheme.of(settings("mode: verified")).newSigner();

    @Test
    void theSimilarAreLinkedToTheMostSimilarLeader() {
        BucketLinker linker = linker("mode: verified");
        linker.open();

        assertThat(linker.link(1, sketch(0, 100, 0))).isEqualTo(1);
        assertThat(linker.link(2, sketch(500, 600, 0))).isEqualTo(2);
        assertThat(linker.link(3, sketch(0, 100, 1))).isEqualTo(1);
        assertThat(linker.link(4, sketch(500, 600, 1))).isEqualTo(2);
        assertThat(linker.link(5, sketch(900, 960, 0))).isEqualTo(5);
        assertThat(linker.members()).isEqualTo(5);
    }

    @Test
    void aBucketKnowsNothingOfTheOneBefore() {
        BucketLinker linker = linker("mode: verified");
        linker.open();
        linker.link(1, sketch(0, 100, 0));
        linker.open();

        assertThat(linker.link(2, sketch(0, 100, 0))).isEqualTo(2);
        assertThat(linker.members()).isOne();
    }

    @Test
    void theSameContentAgainIsNoMember() {
        BucketLinker linker = linker("mode: verified");
        linker.open();
        linker.link(7, sketch(0, 100, 0));

        assertThat(linker.link(7, sketch(0, 100, 0))).isEqualTo(7);
        assertThat(linker.members()).isOne();
    }

    @Test
    void sizesThatForbidTheSimilarityForbidTheLink() {
        byte[] part = sketch(0, 70, 0);
        byte[] whole = sketch(0, 100, 0);
        BucketLinker strict = linker("{mode: verified, threshold: 0.5, size-ratio: 0.75}");
        strict.open();
        strict.link(1, whole);
        BucketLinker loose = linker("{mode: verified, threshold: 0.5, size-ratio: 0.6}");
        loose.open();
        loose.link(1, whole);

        assertThat(strict.link(2, part)).isEqualTo(2);
        assertThat(loose.link(2, part)).isEqualTo(1);
    }

    @Test
    void leadersAreBounded() {
        BucketLinker linker = linker("{mode: verified, leaders: 2}");
        linker.open();
        linker.link(1, sketch(0, 100, 0));
        linker.link(2, sketch(200, 300, 0));

        assertThat(linker.link(3, sketch(400, 500, 0))).isEqualTo(3);
        assertThat(linker.link(4, sketch(400, 500, 0))).isEqualTo(4);
        assertThat(linker.link(5, sketch(200, 300, 1))).isEqualTo(2);
        assertThat(linker.members()).isEqualTo(5);
    }

    @Test
    void withoutVerificationEveryoneIsLinkedToTheFirst() {
        BucketLinker linker = linker("mode: fineweb");
        linker.open();
        List<Long> links = new ArrayList<>();
        for (long node : new long[] {-5, -5, 3, 9}) {
            links.add(linker.link(node, null));
        }

        assertThat(links).containsExactly(-5L, -5L, -5L, -5L);
    }

    /** The sketch of running words, of which the first few may be other words. */
    private byte[] sketch(int from, int to, int changed) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i < from + changed ? "changed" : "word")
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append(' ');
        }
        return signer.sign(text.toString()).sketch();
    }

    private static BucketLinker linker(String dedup) {
        DedupSettings settings = settings(dedup);
        return new BucketLinker(SignatureScheme.of(settings).sketches(), settings);
    }

    private static DedupSettings settings(String dedup) {
        String yaml = dedup.startsWith("{") ? "dedup: " + dedup : "dedup: {" + dedup + "}";
        return ConfigurationLoader.bind(ConfigurationLoader.defaults().overlay("test", yaml))
                .dedup();
    }
}
