package org.babelmill.dedup.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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
    void theSimilarAreLinkedToTheLeadersTheyResemble() {
        BucketLinker linker = linker("mode: verified");
        linker.open();

        assertThat(link(linker, 1, sketch(0, 100, 0))).isEmpty();
        assertThat(link(linker, 2, sketch(500, 600, 0))).isEmpty();
        assertThat(link(linker, 3, sketch(0, 100, 1))).containsExactly(1L);
        assertThat(link(linker, 4, sketch(500, 600, 1))).containsExactly(2L);
        assertThat(link(linker, 5, sketch(900, 960, 0))).isEmpty();
        assertThat(linker.members()).isEqualTo(5);
    }

    @Test
    void aBucketKnowsNothingOfTheOneBefore() {
        BucketLinker linker = linker("mode: verified");
        linker.open();
        link(linker, 1, sketch(0, 100, 0));
        linker.open();

        assertThat(link(linker, 2, sketch(0, 100, 0))).isEmpty();
        assertThat(linker.members()).isOne();
    }

    @Test
    void theSameContentAgainIsNoMember() {
        BucketLinker linker = linker("mode: verified");
        linker.open();
        link(linker, 7, sketch(0, 100, 0));

        assertThat(link(linker, 7, sketch(0, 100, 0))).isEmpty();
        assertThat(linker.members()).isOne();
    }

    @Test
    void sizesThatForbidTheSimilarityForbidTheLink() {
        byte[] part = sketch(0, 70, 0);
        byte[] whole = sketch(0, 100, 0);
        BucketLinker strict = linker("{mode: verified, threshold: 0.5, size-ratio: 0.75}");
        strict.open();
        link(strict, 1, whole);
        BucketLinker loose = linker("{mode: verified, threshold: 0.5, size-ratio: 0.6}");
        loose.open();
        link(loose, 1, whole);

        assertThat(link(strict, 2, part)).isEmpty();
        assertThat(link(loose, 2, part)).containsExactly(1L);
    }

    @Test
    void leadersAreBounded() {
        BucketLinker linker = linker("{mode: verified, leaders: 2}");
        linker.open();
        link(linker, 1, sketch(0, 100, 0));
        link(linker, 2, sketch(200, 300, 0));

        assertThat(link(linker, 3, sketch(400, 500, 0))).isEmpty();
        assertThat(link(linker, 4, sketch(400, 500, 0))).isEmpty();
        assertThat(link(linker, 5, sketch(200, 300, 1))).containsExactly(2L);
        assertThat(linker.members()).isEqualTo(5);
    }

    @Test
    void withoutVerificationEveryoneIsLinkedToTheFirst() {
        BucketLinker linker = linker("mode: fineweb");
        linker.open();
        List<List<Long>> links = new ArrayList<>();
        for (long node : new long[] {-5, -5, 3, 9}) {
            links.add(link(linker, node, null));
        }

        assertThat(links).containsExactly(List.of(), List.of(), List.of(-5L), List.of(-5L));
    }

    @Test
    void whoResemblesTwoLeadersJoinsThem() {
        BucketLinker linker = linker("{mode: verified, threshold: 0.55, size-ratio: 0.5}");
        linker.open();
        link(linker, 1, sketch(0, 100, 0));
        link(linker, 2, sketch(40, 140, 0));

        assertThat(link(linker, 3, sketch(20, 120, 0))).containsExactly(1L, 2L);
    }

    /** Whatever streams past, what is held are the leaders: a million members allocate nothing that a thousand did not. */
    @Test
    void aBucketOfAMillionMembersTakesNoMoreMemoryThanOneOfAThousand() {
        byte[][] sketches = new byte[500][];
        for (int i = 0; i < sketches.length; i++) {
            sketches[i] = sketch(i, i + 100, 0);
        }
        BucketLinker linker = linker("{mode: verified, leaders: 8}");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        fill(linker, sketches, 1_000);
        long before = threads.getThreadAllocatedBytes(thread);

        fill(linker, sketches, 1_000_000);

        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(100_000);
        assertThat(linker.members()).isEqualTo(1_000_000);
    }

    private static void fill(BucketLinker linker, byte[][] sketches, int members) {
        linker.open();
        for (int i = 0; i < members; i++) {
            linker.link(i, sketches[i % sketches.length]);
        }
    }

    private static List<Long> link(BucketLinker linker, long node, byte[] sketch) {
        List<Long> leaders = new ArrayList<>();
        int count = linker.link(node, sketch);
        for (int i = 0; i < count; i++) {
            leaders.add(linker.leader(i));
        }
        return leaders;
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
