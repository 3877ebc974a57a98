package org.babelmill.jobs.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupsTest {

    private final Lookups lookups = new Lookups(4);

    @Test
    void answersComeInTheOrderOfTheNames() throws IOException {
        List<String> names = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        assertThat(lookups.of(names, name -> {
                    Thread.onSpinWait();
                    return "answer " + name;
                }))
                .isEqualTo(names.stream().map(name -> "answer " + name).toList());
    }

    @Test
    void theFirstFailureInTheOrderOfTheNamesIsThrown() {
        assertThatThrownBy(() -> lookups.of(List.of("a", "b", "c"), name -> {
                    if (name.equals("a")) {
                        return name;
                    }
                    throw new IOException("cannot look up " + name);
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot look up b");
    }
}
