package org.babelmill.extract.http;

import java.io.ByteArrayOutputStream;
import org.babelmill.extract.text.Ascii;

/** Joins the chunks of a body sent with {@code Transfer-Encoding: chunked}. */
final class Chunks {

    private static final int MAX_SIZE_DIGITS = 8;

    private Chunks() {}

    static boolean announced(HeaderFields headers) {
        for (String value : headers.all("Transfer-Encoding")) {
            if (Ascii.contains(value, "chunked")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The joined body; the same bytes when they are not chunks, since many archives store the body already joined. A
     * body that breaks off in the middle gives what there was.
     */
    static byte[] join(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            long head = head(body, at);
            if (head < 0) {
                return at == 0 ? body : withRest(out, body, at);
            }
            int size = (int) (head >>> 32);
            int start = (int) head;
            if (size == 0) {
                return out.toByteArray();
            }
            int length = Math.min(size, body.length - start);
            out.write(body, start, length);
            at = skipLineEnd(body, start + length);
        }
        return out.toByteArray();
    }

    private static byte[] withRest(ByteArrayOutputStream out, byte[] body, int at) {
        out.write(body, at, body.length - at);
        return out.toByteArray();
    }

    /** Size in the upper and start in the lower half, or -1 when no chunk begins here. */
    private static long head(byte[] body, int from) {
        int at = from;
        long size = 0;
        while (at < body.length && at - from < MAX_SIZE_DIGITS && Character.digit(body[at], 16) >= 0) {
            size = (size << 4) | Character.digit(body[at], 16);
            at++;
        }
        if (at == from || size > Integer.MAX_VALUE) {
            return -1;
        }
        int end = at;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        boolean plain = end - at <= 1 || body[at] == ';' || body[at] == ' ';
        return end < body.length && plain ? (size << 32) | (end + 1) : -1;
    }

    private static int skipLineEnd(byte[] body, int from) {
        int at = from;
        if (at < body.length && body[at] == '\r') {
            at++;
        }
        return at < body.length && body[at] == '\n' ? at + 1 : at;
    }
}
