package org.babelmill.extract.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The head of an HTTP answer and where its body begins. Parsed as leniently as browsers do, since archives hold what
 * servers sent.
 *
 * @param status the status code, 100 to 999
 * @param headers the header fields
 * @param bodyStart index of the body's first byte in the bytes that were parsed
 */
public record HttpMessage(int status, HeaderFields headers, int bodyStart) {

    /** No sane server sends more; a longer head is taken as body. */
    private static final int MAX_HEAD = 1 << 20;

    private static final int CODE_DIGITS = 3;

    public HttpMessage {
        requireNonNull(headers, "headers");
    }

    /** Parses the answer, or nothing when the bytes do not begin with an HTTP status line. */
    public static Optional<HttpMessage> parse(byte[] bytes) {
        int status = status(bytes);
        if (status < 0) {
            return Optional.empty();
        }
        int limit = Math.min(bytes.length, MAX_HEAD);
        int lineEnd = endOfLine(bytes, 0, limit);
        int at = lineEnd;
        while (at < limit) {
            int next = endOfLine(bytes, at, limit);
            if (isBlank(bytes, at, next)) {
                return Optional.of(of(status, bytes, lineEnd, at, next));
            }
            at = next;
        }
        return Optional.of(of(status, bytes, lineEnd, limit, limit));
    }

    private static HttpMessage of(int status, byte[] bytes, int from, int to, int bodyStart) {
        return new HttpMessage(status, HeaderFields.parse(bytes, from, to, StandardCharsets.ISO_8859_1), bodyStart);
    }

    private static int status(byte[] bytes) {
        if (bytes.length < 9 || bytes[0] != 'H' || bytes[1] != 'T' || bytes[2] != 'T' || bytes[3] != 'P') {
            return -1;
        }
        int at = 4;
        int end = Math.min(bytes.length, 32);
        while (at < end && bytes[at] != ' ' && bytes[at] != '\n') {
            at++;
        }
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at + CODE_DIGITS <= bytes.length ? digits(bytes, at) : -1;
    }

    private static int digits(byte[] bytes, int at) {
        int value = 0;
        for (int i = at; i < at + CODE_DIGITS; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private static int endOfLine(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return Math.min(limit, at + 1);
    }

    private static boolean isBlank(byte[] bytes, int from, int next) {
        return bytes[from] == '\n' || (next - from == 2 && bytes[from] == '\r' && bytes[from + 1] == '\n');
    }
}
