package org.babelmill.extract.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.babelmill.extract.archive.Warcs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that expand without end are cut at the limit, whatever they are packed with and however often. */
class BombsTest {

    private static final int LIMIT = 100_000;
    private static final byte[] MUCH = "a".repeat(64 * LIMIT).getBytes(ISO_8859_1);

    /** 64 MiB of the letter a, as the Brotli encoder's quality 11 packs them. */
    private static final String BROTLI = "y///P/glwuKxQCD3/o///3/wSwDEYRGA7v0f////4JcAiMMCAN37P/7//8EvARCHBQC693/8"
            + "//+DXwIgDgsAdO//+P//B78EQBwWAOje//H//w9+CYA4LADQvf/j//8f/BIAcVgAoHv/Nw==";

    private static Payload decode(String coding, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + coding + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        byte[] answer = Warcs.concat(head, body);
        return new PayloadDecoder(LIMIT).decode(HttpMessage.parse(answer).orElseThrow(), answer);
    }

    private static byte[] packed(String coding) throws IOException {
        if (coding.equals("br")) {
            return Base64.getDecoder().decode(BROTLI);
        }
        if (coding.equals("gzip")) {
            return Warcs.gzip(MUCH);
        }
        if (coding.equals("zstd")) {
            return Zstd.compress(MUCH);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate =
                new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, coding.equals("deflate")))) {
            deflate.write(MUCH);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd", "deflate", "zlib"})
    void aBombIsCutAtTheLimit(String coding) throws IOException {
        byte[] body = packed(coding);
        assertThat(body).hasSizeLessThan(LIMIT / 10);

        Payload payload = decode(coding.equals("zlib") ? "deflate" : coding, body);

        assertThat(payload.bytes()).hasSize(LIMIT).containsOnly('a');
        assertThat(payload.damage()).contains("larger than " + LIMIT);
    }

    @Test
    void bombsInBombsAreCutAtTheLimitToo() throws IOException {
        byte[] twice = Warcs.gzip(packed("gzip"));
        assertThat(decode("gzip, gzip", twice).damage()).contains("larger than " + LIMIT);
        assertThat(decode("gzip", twice).damage()).contains("larger than " + LIMIT);
        assertThat(decode("gzip, br", packed("br")).bytes()).hasSizeLessThanOrEqualTo(LIMIT);
    }

    @Test
    void zstdThatAsksForMoreMemoryThanAServerMayIsDamaged() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out).setLong(27)) {
            zstd.write(MUCH);
        }

        Payload payload = decode("zstd", out.toByteArray());

        assertThat(payload.bytes()).isEmpty();
        assertThat(payload.damage()).contains("broken zstd");
    }

    @Test
    void zstdThatBreaksOffGivesWhatThereWas() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write("<p>one line</p>".getBytes(ISO_8859_1));
            zstd.flush();
            zstd.write("<p>another, which is lost</p>".getBytes(ISO_8859_1));
        }
        byte[] body = out.toByteArray();

        assertThat(decode("zstd", body).bytes()).hasSize(44);
        Payload cut = decode("zstd", Arrays.copyOf(body, body.length - 9));
        assertThat(cut.bytes()).hasSizeLessThan(44);
        assertThat(new String(cut.bytes(), ISO_8859_1)).startsWith("<p>one line</p>");
        assertThat(cut.damage()).contains("broken zstd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br"})
    void whatIsGzipUnderAnotherNameIsReadAllTheSame(String coding) {
        byte[] page = "<p>text</p>".getBytes(ISO_8859_1);
        assertThat(decode(coding, Warcs.gzip(page)).bytes()).isEqualTo(page);
    }

    @Test
    void aHundredCodingsAreNotAllTakenOff() {
        byte[] body = "<p>text".getBytes(ISO_8859_1);
        for (int i = 0; i < 20; i++) {
            body = Warcs.gzip(body);
        }
        assertThat(decode("gzip, ".repeat(100) + "gzip", body).bytes()).startsWith(0x1f, 0x8b);
    }
}
