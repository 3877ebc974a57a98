package org.babelmill.extract.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.babelmill.extract.http.HeaderFields;

/**
 * The header of a record: version line and fields.
 *
 * @param fields the fields
 * @param contentLength bytes of content that follow
 * @param length bytes of the header, the empty line included
 */
record RecordHeader(HeaderFields fields, long contentLength, int length) {

    /** Longer headers are not read as such. */
    static final int MAX_LENGTH = 1 << 18;

    /** The shortest version line: {@code WARC/1.0} and a line feed. */
    private static final int VERSION_LINE = 9;

    /** Whether a version line such as {@code WARC/1.0} begins at the window's start. */
    static boolean beginsAt(ByteWindow in, int index) throws IOException {
        return in.ensure(index + VERSION_LINE)
                && in.at(index) == 'W'
                && in.at(index + 1) == 'A'
                && in.at(index + 2) == 'R'
                && in.at(index + 3) == 'C'
                && in.at(index + 4) == '/'
                && isDigit(in.at(index + 5))
                && in.at(index + 6) == '.'
                && isDigit(in.at(index + 7));
    }

    /** Parses the header at the window's start without taking it; empty when there is none that makes sense. */
    static Optional<RecordHeader> parse(ByteWindow in) throws IOException {
        int length = beginsAt(in, 0) ? length(in) : -1;
        if (length < 0) {
            return Optional.empty();
        }
        int lineEnd = lineEnd(in, 0);
        int from = in.arrayFrom();
        HeaderFields fields = HeaderFields.parse(in.array(), from + lineEnd, from + length, StandardCharsets.UTF_8);
        long contentLength = contentLength(fields);
        boolean complete = contentLength >= 0 && fields.first("WARC-Type").isPresent();
        return complete ? Optional.of(new RecordHeader(fields, contentLength, length)) : Optional.empty();
    }

    private static long contentLength(HeaderFields fields) {
        String value = fields.first("Content-Length").orElse("");
        if (value.isEmpty() || value.length() > 18) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return -1;
            }
            length = length * 10 + value.charAt(i) - '0';
        }
        return length;
    }

    /** Index behind the empty line that ends the header, -1 when there is none within the limit or before the next record. */
    private static int length(ByteWindow in) throws IOException {
        int at = lineEnd(in, 0);
        while (at > 0 && at < MAX_LENGTH) {
            int next = beginsAt(in, at) ? -1 : lineEnd(in, at);
            if (next == at + 1 || (next == at + 2 && in.at(at) == '\r')) {
                return next;
            }
            at = next;
        }
        return -1;
    }

    private static int lineEnd(ByteWindow in, int from) throws IOException {
        for (int i = from; i < MAX_LENGTH && in.ensure(i + 1); i++) {
            if (in.at(i) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
