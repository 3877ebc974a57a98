package org.babelmill.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TalliesTest {

    @Property
    void aValueLiesBetweenTheEdgesOfItsBin(@ForAll Scale scale, @ForAll @DoubleRange(max = 1e5) double value) {
        int bin = scale.bin(value);

        assertThat(scale.edge(bin)).isLessThanOrEqualTo(value * (1 + 1e-12));
        if (bin < scale.bins() - 1) {
            assertThat(scale.edge(bin + 1) * (1 + 1e-12)).isGreaterThanOrEqualTo(value);
        }
    }

    @Property
    void whatIsPickedDoesNotDependOnTheOrderOfArrival(
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> ranks, @ForAll long seed) {
        List<Pick> picks = new java.util.ArrayList<>();
        for (int i = 0; i < ranks.size(); i++) {
            picks.add(new Pick(ranks.get(i), i * 31 % 7, "d" + i, 0, i, ""));
        }
        Picks straight = new Picks(3);
        picks.forEach(straight::offer);
        Collections.shuffle(picks, new Random(seed));
        Picks left = new Picks(3);
        Picks right = new Picks(3);
        for (int i = 0; i < picks.size(); i++) {
            (i % 2 == 0 ? left : right).offer(picks.get(i));
        }

        assertThat(left.plus(right).list()).isEqualTo(straight.list());
    }

    @Property
    void decilesHoldEveryDocumentOnce(@ForAll @Size(min = 1, max = 200) List<@DoubleRange(max = 1) Double> scores) {
        ScoreTally tally = new ScoreTally(1);
        for (int i = 0; i < scores.size(); i++) {
            tally.add(scores.get(i), i % 2 == 0, new Pick(0, i, "d" + i, 0, i, ""));
        }
        List<ScoreTally.Decile> deciles = tally.deciles();

        assertThat(deciles).hasSizeBetween(1, 10);
        assertThat(deciles.stream().mapToLong(ScoreTally.Decile::documents).sum())
                .isEqualTo(scores.size());
        assertThat(deciles.stream().mapToLong(ScoreTally.Decile::kept).sum()).isEqualTo((scores.size() + 1) / 2);
        for (int i = 1; i < deciles.size(); i++) {
            assertThat(deciles.get(i).from())
                    .isGreaterThanOrEqualTo(deciles.get(i - 1).to());
        }
    }

    @Test
    void figuresAreShortAndNeverHaveAnExponent() {
        assertThat(Figures.plain(0.333333)).isEqualTo("0.3333");
        assertThat(Figures.plain(1e-7)).isEqualTo("0.0000001");
        assertThat(Figures.plain(1234567.8)).isEqualTo("1234568");
        assertThat(Figures.plain(50)).isEqualTo("50");
        assertThat(Figures.plain(-0.0)).isEqualTo("0");
        assertThat(Figures.exact(0.12345678)).isEqualTo("0.12345678");
        assertThat(Figures.exact(1e-9)).isEqualTo("0.000000001");
        assertThat(Figures.rounded("not a number")).isEqualTo("not a number");
    }

    @Test
    void anExcerptNeverEndsInHalfACharacter() {
        assertThat(Excerpt.start("ab😀cd", 3)).isEqualTo("ab…");
        assertThat(Excerpt.start("ab😀cd", 4)).isEqualTo("ab😀…");
        assertThat(Excerpt.start("ab", 2)).isEqualTo("ab");
    }
}
