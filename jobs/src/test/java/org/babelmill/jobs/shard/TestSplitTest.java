package org.babelmill.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestSplitTest {

    private static long drawn(TestSplit split, String language) {
        return IntStream.range(0, 100_000)
                .filter(i -> split.holds("cluster-" + i, language))
                .count();
    }

    @Test
    void theShareHoldsForEachLanguage() {
        TestSplit split = new TestSplit(Map.of("deu_Latn", 0.01, "swh_Latn", 0.1), 5);
        assertThat(drawn(split, "deu_Latn")).isBetween(900L, 1100L);
        assertThat(drawn(split, "swh_Latn")).isBetween(9_700L, 10_300L);
        assertThat(drawn(split, "fra_Latn")).isZero();
    }

    @Test
    void theSeedDecidesWhichClustersAreDrawn() {
        TestSplit one = new TestSplit(Map.of("deu_Latn", 0.5), 1);
        TestSplit other = new TestSplit(Map.of("deu_Latn", 0.5), 2);
        long differing = IntStream.range(0, 1000)
                .filter(i -> one.holds("c" + i, "deu_Latn") != other.holds("c" + i, "deu_Latn"))
                .count();
        assertThat(differing).isBetween(400L, 600L);
    }
}
