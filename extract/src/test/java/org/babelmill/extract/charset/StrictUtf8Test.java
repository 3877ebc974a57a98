package org.babelmill.extract.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.babelmill.extract.archive.Warcs;

class StrictUtf8Test {

    private static final List<byte[]> PIECES = List.of(
            "plain words, more than eight".getBytes(UTF_8),
            "plain words again, this time enough of them for a copy in one go".getBytes(UTF_8),
            "a".getBytes(UTF_8),
            "\0".getBytes(UTF_8),
            "\u0080\u009F".getBytes(UTF_8),
            "\u00A0ü\u07FF".getBytes(UTF_8),
            "\u0800一\uD7FF\uE000\uFFFD\uFFFF".getBytes(UTF_8),
            "\uD800\uDC00\uDBFF\uDFFF".getBytes(UTF_8),
            bytes(0x80),
            bytes(0xC1, 0xBF),
            bytes(0xC2),
            bytes(0xE0, 0x9F, 0xBF),
            bytes(0xE2, 0x82),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xEF, 0xBF),
            bytes(0xF0, 0x8F, 0xBF, 0xBF),
            bytes(0xF0, 0x9F, 0x98),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xF8, 0x88, 0x80, 0x80, 0x80),
            bytes(0xFF));

    private final StrictUtf8 strict = new StrictUtf8();

    @Property(tries = 2000)
    void saysOfAnyBytesWhatThePlatformSays(@ForAll("mixed") List<byte[]> pieces) {
        byte[] bytes = Warcs.concat(pieces.toArray(byte[][]::new));
        assertThat(strict.decode(bytes).map(CharSequence::toString)).isEqualTo(platform(bytes));
    }

    @Property(tries = 500)
    void countsWhatIsBeyondAscii(@ForAll("text") String text) {
        assertThat(strict.decode(text.getBytes(UTF_8)).map(CharSequence::toString))
                .contains(text);
        assertThat(strict.beyondAscii())
                .isEqualTo(text.chars().filter(c -> c >= 0x80).count());
        assertThat(strict.replacements())
                .isEqualTo(text.chars().filter(c -> c == 0xFFFD).count());
    }

    private static Optional<String> platform(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Mostly without faults: one fault hides all that comes behind it. */
    @Provide
    Arbitrary<List<byte[]>> mixed() {
        Arbitrary<byte[]> good = Arbitraries.of(PIECES.subList(0, 8));
        Arbitrary<byte[]> any = Arbitraries.of(PIECES);
        return Arbitraries.frequencyOf(Tuple.of(9, good), Tuple.of(1, any))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.of(
                        "ascii of some length ",
                        "ascii of a length that is copied as a whole, and not byte by byte ",
                        "ü",
                        "\u0085",
                        "\uFFFD",
                        "一",
                        "\uD83D\uDE00")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
