package org.babelmill.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.babelmill.jobs.serve.WordDifference.Kind;
import org.babelmill.jobs.serve.WordDifference.Stretch;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {

    @Test
    void whatIsCommonStaysAndTheRestIsMarked() {
        assertThat(WordDifference.of("the old harbour sleeps", "the new harbour sleeps well"))
                .containsExactly(
                        new Stretch(Kind.SAME, "the"),
                        new Stretch(Kind.LEFT, "old"),
                        new Stretch(Kind.RIGHT, "new"),
                        new Stretch(Kind.SAME, "harbour sleeps"),
                        new Stretch(Kind.RIGHT, "well"));
    }

    @Property
    void bothTextsCanBeReadFromTheStretches(
            @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> left,
            @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> right) {
        String a = left.stream().map(String::valueOf).collect(Collectors.joining(" "));
        String b = right.stream().map(String::valueOf).collect(Collectors.joining(" "));
        List<Stretch> stretches = WordDifference.of(a, b);

        assertThat(text(stretches, Kind.RIGHT)).isEqualTo(a);
        assertThat(text(stretches, Kind.LEFT)).isEqualTo(b);
    }

    private static String text(List<Stretch> stretches, Kind without) {
        return stretches.stream()
                .filter(s -> s.kind() != without)
                .map(Stretch::text)
                .collect(Collectors.joining(" "));
    }
}
