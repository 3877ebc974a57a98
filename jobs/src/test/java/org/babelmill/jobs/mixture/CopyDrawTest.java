package org.babelmill.jobs.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CopyDrawTest {

    @Test
    void fractionsHoldOnAverage() {
        CopyDraw draw = new CopyDraw(7);
        double mean = IntStream.range(0, 100_000)
                .map(i -> draw.copies("doc-" + i, 1.3))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1.3, within(0.01));
    }

    @Test
    void anotherSeedDrawsOtherDocuments() {
        long differing = IntStream.range(0, 1000)
                .filter(i -> new CopyDraw(1).copies("d" + i, .5) != new CopyDraw(2).copies("d" + i, .5))
                .count();
        assertThat(differing).isBetween(400L, 600L);
    }

    @Property
    void moreTimesAreNeverFewerCopies(
            @ForAll String id,
            @ForAll @DoubleRange(min = 0, max = 50) double times,
            @ForAll @DoubleRange(min = 0, max = 5) double more) {
        CopyDraw draw = new CopyDraw(3);
        int copies = draw.copies(id, times);
        assertThat(copies).isBetween((int) Math.floor(times), (int) Math.ceil(times));
        assertThat(draw.copies(id, times + more)).isGreaterThanOrEqualTo(copies);
    }
}
