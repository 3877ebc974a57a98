package org.babelmill.quality.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.ScriptSet;
import org.junit.jupiter.api.Test;

class CompressionSignalTest {

    private final CompressionSignal signal = new CompressionSignal();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> few = Arbitraries.strings()
                .withChars("aB3 \u0000é\u0130\u0660東\uFFFF\uD83D\uDE00\uD801\uDC00")
                .ofMaxLength(200);
        return Arbitraries.oneOf(few, Arbitraries.strings().all().ofMaxLength(60));
    }

    @Test
    void everyUnitIsWrittenInLowerCaseAndEveryDigitAsOne() {
        StringBuilder all = new StringBuilder();
        for (int unit = 0; unit < 0x10000; unit++) {
            // Spaces keep halves of pairs apart.
            all.append((char) unit).append(' ');
        }
        String text = all.substring(0, 2 * 0x8000);
        assertThat(encoded(text)).isEqualTo(plain(text));
        text = all.substring(2 * 0x8000);
        assertThat(encoded(text)).isEqualTo(plain(text));
    }

    @Property
    void whatIsCompressedIsTheTextInLowerCaseWithEveryDigitAsOne(@ForAll("texts") String text) {
        byte[] plain = plain(text);
        assertThat(encoded(text)).isEqualTo(plain);
        measure(text);
        assertThat(signal.bytes()).isEqualTo(plain.length);
        if (plain.length > 0) {
            int packed = Zstd.compress(plain, 3).length;
            assertThat(signal.saved()).isEqualTo(Math.max(0, 100.0 * (plain.length - packed) / plain.length));
        }
    }

    @Test
    void digitsAndCaseMakeNoDifference() {
        measure("Call 030 1234567 TODAY: цена 1999, price 2001. ".repeat(9));
        double saved = signal.saved();
        measure("call 111 1111111 today: ЦЕНА 1111, PRICE 5555. ".repeat(9));
        assertThat(signal.saved()).isEqualTo(saved).isPositive();
    }

    @Test
    void noMoreThanTheLimitIsCompressed() {
        measure("東".repeat(CompressionSignal.LIMIT));
        assertThat(signal.bytes()).isBetween(CompressionSignal.LIMIT - 3, CompressionSignal.LIMIT);
    }

    private static byte[] encoded(String text) {
        byte[] bytes = new byte[CompressionSignal.room(text.length())];
        return Arrays.copyOf(bytes, CompressionSignal.encode(text.toCharArray(), text.length(), bytes));
    }

    private void measure(String text) {
        AnalyzedText analyzed = new AnalyzedText();
        analyzed.load(text, WordSegmenters.whitespace(), ScriptSet.of(LanguageTag.parse("eng_Latn")));
        signal.measure(analyzed);
    }

    /** As it is said, one character after another; half of a pair as the three bytes of its number. */
    private static byte[] plain(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            int written = c < 0x10000 && Character.isDigit(c) ? '1' : Character.toLowerCase(c);
            if (written >= 0xD800 && written < 0xE000) {
                out.write(0xE0 | (written >> 12));
                out.write(0x80 | ((written >> 6) & 0x3F));
                out.write(0x80 | (written & 0x3F));
            } else {
                out.writeBytes(Character.toString(written).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }
}
