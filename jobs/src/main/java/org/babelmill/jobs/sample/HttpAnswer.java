package org.babelmill.jobs.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the server sent for a page. */
final class HttpAnswer {

    private static final int CHUNK = 4096;
    private static final String LINE = "\r\n";

    private final byte[] payload;
    private final byte[] bytes;

    private HttpAnswer(byte[] payload, byte[] bytes) {
        this.payload = payload;
        this.bytes = bytes;
    }

    /** The answer that a page describes. */
    static HttpAnswer of(SamplePage page, PageLayout layout) {
        byte[] content = content(page, layout);
        boolean coded = page.http().coded();
        byte[] payload = coded ? Gzip.member(content) : content;
        byte[] head = head(page, payload.length).getBytes(StandardCharsets.ISO_8859_1);
        return new HttpAnswer(payload, Gzip.joined(head, coded ? chunked(payload) : payload));
    }

    /** The body without the transfer coding, which the archive's payload digest is about. */
    byte[] payload() {
        return payload;
    }

    /** Head and body as they went over the wire. */
    byte[] bytes() {
        return bytes;
    }

    private static byte[] content(SamplePage page, PageLayout layout) {
        return switch (page.http().mediaType()) {
            case "application/pdf" -> PdfPage.bytes(page.title(), page.text());
            case "image/png" -> Base64.getDecoder().decode(page.text().strip());
            case "text/html" ->
                encoded(misread(layout.html(page), page), page.http().charset());
            default -> encoded(page.text(), page.http().charset());
        };
    }

    private static String head(SamplePage page, int length) {
        SamplePage.Http http = page.http();
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(http.status()).append(' ');
        head.append(http.status() == 200 ? "OK" : "Other").append(LINE);
        head.append("Content-Type: ").append(http.mediaType());
        if (http.mediaType().startsWith("text/") && http.declared().inHeader()) {
            head.append("; charset=").append(http.charset());
        }
        head.append(LINE);
        if (http.coded()) {
            head.append("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n");
        } else {
            head.append("Content-Length: ").append(length).append(LINE);
        }
        http.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append(LINE));
        return head.append(LINE).toString();
    }

    private static String misread(String html, SamplePage page) {
        String charset = page.twist().misreadAs();
        return charset == null ? html : new String(html.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
    }

    /** Text in a charset; what the charset lacks stands there as a character reference, as authors wrote it. */
    private static byte[] encoded(String text, String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            writable.append(encoder.canEncode(character) ? character : "&#" + c + ';');
        });
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(writable));
            byte[] result = new byte[bytes.remaining()];
            bytes.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not writable in " + charset, e);
        }
    }

    private static byte[] chunked(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = 0; start < bytes.length; start += CHUNK) {
            int length = Math.min(CHUNK, bytes.length - start);
            out.writeBytes((Integer.toHexString(length) + LINE).getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, start, length);
            out.writeBytes(LINE.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
