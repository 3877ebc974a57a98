package org.babelmill.quality.repair;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a;| |;|;b~a;;b",
                "| |;a~a",
                "a;||~a",
                "a | b;c~a | b;c",
                "| cell |;| |;| cell |~| cell |;;| cell |",
                "a; ;b~a; ;b"
            })
    void linesOfBarsLeaveOneBlankLineBetweenOthers(String text, String expected) {
        assertThat(SymbolLines.remove(text.replace(';', '\n'))).isEqualTo(expected.replace(';', '\n'));
    }

    @Test
    void aTextWithoutThemIsTheSameText() {
        String text = "a | b\nc";

        assertThat(SymbolLines.remove(text)).isSameAs(text);
    }

    @Property
    void removingTwiceIsRemovingOnce(@ForAll @Chars({'|', '\n', ' ', 'x'}) String text) {
        String once = SymbolLines.remove(text);

        assertThat(SymbolLines.remove(once)).isEqualTo(once);
        assertThat(once.chars().filter(c -> c == 'x').count())
                .isEqualTo(text.chars().filter(c -> c == 'x').count());
    }
}
