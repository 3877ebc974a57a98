package org.babelmill.extract.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.babelmill.extract.text.Ascii;
import org.brotli.dec.BrotliInputStream;

/**
 * Takes transfer and content codings off a body. Archives disagree on whether they store the body as it came or
 * decoded while the headers still say the former, so a coding is only taken off where the bytes show it.
 *
 * <p>Immutable and safe to share.
 */
public final class PayloadDecoder {

    private static final int MAX_CODINGS = 3;
    private static final int BUFFER = 1 << 16;

    /** 8 MB, the most that a server may ask of whoever reads (RFC 9659). */
    private static final int ZSTD_WINDOW_LOG = 23;

    private final int limit;

    /**
     * @param limit bytes after decoding above which the rest is left out; guards against bodies that expand without
     *     end
     */
    public PayloadDecoder(int limit) {
        this.limit = limit;
    }

    /** The body of an HTTP answer. */
    public Payload decode(HttpMessage message, byte[] bytes) {
        byte[] body = Arrays.copyOfRange(bytes, message.bodyStart(), bytes.length);
        if (Chunks.announced(message.headers())) {
            body = Chunks.join(body);
        }
        return decode(body, codings(message.headers()));
    }

    private static List<String> codings(HeaderFields headers) {
        List<String> result = new ArrayList<>();
        for (String value : headers.all("Content-Encoding")) {
            for (String coding : value.split(",", MAX_CODINGS + 1)) {
                String name = Ascii.lower(coding.trim());
                if (!name.isEmpty() && !name.equals("identity")) {
                    result.add(0, name);
                }
            }
        }
        return result.size() > MAX_CODINGS ? result.subList(0, MAX_CODINGS) : result;
    }

    private Payload decode(byte[] body, List<String> codings) {
        Payload payload = Payload.of(body);
        for (String coding : codings) {
            payload = decode(payload, coding);
            if (payload.damage().isPresent()) {
                return payload;
            }
        }
        return isGzip(payload.bytes()) ? inflate(payload.bytes(), "gzip") : payload;
    }

    private Payload decode(Payload payload, String coding) {
        byte[] bytes = payload.bytes();
        return switch (coding) {
            case "gzip", "x-gzip" -> isGzip(bytes) ? inflate(bytes, coding) : payload;
            case "deflate" -> inflateOrLeave(bytes);
            case "br" -> looksLikeMarkup(bytes) ? payload : inflate(bytes, coding);
            case "zstd" -> isZstd(bytes) ? inflate(bytes, coding) : payload;
            default -> payload;
        };
    }

    private Payload inflateOrLeave(byte[] bytes) {
        if (looksLikeMarkup(bytes)) {
            return Payload.of(bytes);
        }
        boolean zlib =
                bytes.length > 2 && (bytes[0] & 0x0F) == 8 && (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) % 31 == 0;
        return inflate(bytes, zlib ? "zlib" : "deflate");
    }

    private Payload inflate(byte[] bytes, String coding) {
        byte[] buffer = new byte[Math.min(BUFFER, limit)];
        int length = 0;
        try (InputStream in = open(bytes, coding)) {
            while (length < limit) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, (int) Math.min(limit, buffer.length * 2L));
                }
                int count = in.read(buffer, length, buffer.length - length);
                if (count < 0) {
                    return Payload.of(Arrays.copyOf(buffer, length));
                }
                length += count;
            }
            return new Payload(buffer, in.read() < 0 ? Optional.empty() : Optional.of("larger than " + limit));
        } catch (IOException e) {
            boolean named = coding.endsWith("gzip") || coding.equals("zstd");
            // Those two are only tried where the bytes name them; what fails as another may be something else.
            return length == 0 && !named
                    ? Payload.of(bytes)
                    : new Payload(Arrays.copyOf(buffer, length), Optional.of("broken " + coding));
        }
    }

    private static InputStream open(byte[] bytes, String coding) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
            case "zlib" -> new InflaterInputStream(in);
            case "deflate" -> new RawInflaterInputStream(in);
            default -> new GZIPInputStream(in, BUFFER);
        };
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 10 && bytes[0] == 0x1f && (bytes[1] & 0xFF) == 0x8b && bytes[2] == 8;
    }

    private static boolean isZstd(byte[] bytes) {
        return bytes.length > 4
                && bytes[0] == 0x28
                && (bytes[1] & 0xFF) == 0xB5
                && bytes[2] == 0x2F
                && (bytes[3] & 0xFF) == 0xFD;
    }

    private static boolean looksLikeMarkup(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && at < 256 && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at + 1 < bytes.length
                && bytes[at] == '<'
                && (bytes[at + 1] == '!' || bytes[at + 1] == '?' || Ascii.isAlphanumeric((char) bytes[at + 1]));
    }

    /** Frees its own inflater, which the JDK's stream only does for the one it makes itself. */
    private static final class RawInflaterInputStream extends InflaterInputStream {
        private RawInflaterInputStream(InputStream in) {
            super(in, new Inflater(true), BUFFER);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
