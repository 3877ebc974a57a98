package org.babelmill.pipeline.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScriptCounterTest {

    private final ScriptCounter counter = new ScriptCounter();

    @Test
    void countsLettersAndNoDigitsPunctuationOrSpaces() {
        counter.add("Да, yes! 123 — 你好");
        assertThat(counter.count(UScript.CYRILLIC)).isEqualTo(2);
        assertThat(counter.count(UScript.LATIN)).isEqualTo(3);
        assertThat(counter.count(UScript.HAN)).isEqualTo(2);
        assertThat(counter.count(UScript.COMMON)).isZero();
        assertThat(counter.total()).isEqualTo(7);
    }

    @Test
    void countsASurrogatePairOnce() {
        counter.add("𞤀𞤣𞤤𞤢𞤥");
        assertThat(counter.count(UScript.ADLAM)).isEqualTo(5);
        assertThat(counter.total()).isEqualTo(5);
    }

    @Test
    void forgetsWhenCleared() {
        counter.add("abc");
        counter.clear();
        assertThat(counter.total()).isZero();
    }

    @Property
    void countsPartsAsItCountsTheWhole(@ForAll String left, @ForAll String right) {
        ScriptCounter parts = new ScriptCounter();
        parts.add(left + " ");
        ScriptCounter more = new ScriptCounter();
        more.add(right);
        parts.add(more);
        ScriptCounter whole = new ScriptCounter();
        whole.add(left + " " + right);
        for (int script = 0; script < Scripts.COUNT; script++) {
            assertThat(parts.count(script)).isEqualTo(whole.count(script));
        }
    }

    @Property
    void countsEachCodePointOnceWhateverStandsBesideIt(@ForAll("mixtures") String text) {
        int[] expected = new int[Scripts.COUNT];
        text.codePoints().forEach(c -> expected[Scripts.of(c)]++);
        counter.clear();
        counter.add(text);
        for (int script = UScript.INHERITED + 1; script < Scripts.COUNT; script++) {
            assertThat(counter.count(script)).isEqualTo(script == UScript.UNKNOWN ? 0 : expected[script]);
        }
    }

    @Provide
    Arbitrary<String> mixtures() {
        Arbitrary<String> pieces = Arbitraries.of(
                "abc", " ", "да", "你", "𞤀", "𐌰", "\uD800", "\uDC00", "\u0301", "\uE000", "क्ष", "7", "é", "😀");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(20));
    }
}
