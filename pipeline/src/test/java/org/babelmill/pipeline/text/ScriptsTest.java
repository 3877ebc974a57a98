package org.babelmill.pipeline.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    @Property(tries = 5000)
    void agreesWithIcu(@ForAll @IntRange(max = 0x10FFFF) int codePoint) {
        assertThat(Scripts.of(codePoint))
                .isEqualTo(UScript.getScript(codePoint))
                .isLessThan(Scripts.COUNT);
    }

    @Test
    void knowsWhereSpacesAreNotWritten() {
        assertThat("漢あアไກខမབ".codePoints().allMatch(c -> Scripts.isUnspaced(Scripts.of(c))))
                .isTrue();
        assertThat("aяαאع한".codePoints().noneMatch(c -> Scripts.isUnspaced(Scripts.of(c))))
                .isTrue();
    }

    @Test
    void namesScriptsByIso15924() {
        assertThat(Scripts.iso(Scripts.of('ж'))).isEqualTo("Cyrl");
    }
}
