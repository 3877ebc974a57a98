package org.babelmill.extract.repair;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café crème, déjà vu – “it’s” 5 € … naïve",
                "Größe und Maß: 20 °C",
                "Привет, как дела? Это русский текст.",
                "Καλημέρα κόσμε",
                "Zażółć gęślą jaźń, chłopiec i dziewczyna",
                "这是一个测试文本",
                "こんにちは世界",
                "안녕하세요 세계",
                "مرحبا بالعالم",
                "नमस्ते दुनिया",
                "Emoji 😀 and ™"
            })
    void undoesUtf8ReadAsWindows1252(String text) {
        assertThat(TextRepair.repair(western(text)).text()).isEqualTo(text);
    }

    /** Reads UTF-8 as windows-1252, bytes without meaning as ISO-8859-1, as browsers do. */
    private static String western(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            String one = new String(new byte[] {b}, WESTERN);
            out.append(one.equals("\uFFFD") ? new String(new byte[] {b}, ISO_8859_1) : one);
        }
        return out.toString();
    }

    @Test
    void undoesTextThatWasDamagedTwice() {
        assertThat(TextRepair.repair(western(western("déjà vu"))).text()).isEqualTo("déjà vu");
    }

    @Test
    void readsControlsAsTheCharactersOfWindows1252() {
        assertThat(TextRepair.repair("it\u0092s \u0093good\u0094").text()).isEqualTo("it’s “good”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "„Spaß“ – „GRÖẞE“ und »CAFÉ«, «NAÏVETÉ»",
                "“…the cliché”—and more",
                "NÃO, ÂNGULO, PÃES, SÃO PAULO",
                "Il a dit « À bientôt » à l’été.",
                "Åse og Ærø, „Ä“",
                "Ñandú® É© Ü° Ñ",
                "AT&T, Q&A, a && b",
                "Write &lt;b&gt; as &amp;lt; in HTML",
                "plain ASCII text"
            })
    void leavesGoodTextAlone(String text) {
        Repaired repaired = TextRepair.repair(text);
        assertThat(repaired.text()).isSameAs(text);
        assertThat(repaired.places()).isZero();
    }

    @Test
    void resolvesReferencesThatWereEscapedTwice() {
        assertThat(TextRepair.repair("Fish&nbsp;&amp; chips &#8211; it&#x2019;s &quot;good&quot;")
                        .text())
                .isEqualTo("Fish\u00A0& chips – it’s \"good\"");
        assertThat(TextRepair.repair("R&amp;amp;D").text()).isEqualTo("R&D");
    }

    @Test
    void leavesReferencesToControlsSurrogatesAndNothing() {
        String text = "&#0; &#xD800; &#x110000; &#; &#x; &unknown; &#99999999999;";
        assertThat(TextRepair.repair(text).text()).isEqualTo(text);
    }

    @Property(tries = 300)
    void repairingRepairedTextChangesNothingMore(@ForAll String text) {
        String once = TextRepair.repair(text).text();
        assertThat(TextRepair.repair(once).text()).isEqualTo(once);
    }

    @Property(tries = 300)
    void asciiWithoutReferencesIsNeverTouched(@ForAll("ascii") String text) {
        assertThat(TextRepair.repair(text).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange(' ', '~').excludeChars('&');
    }
}
