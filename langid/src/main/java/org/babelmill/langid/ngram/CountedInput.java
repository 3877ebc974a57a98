package org.babelmill.langid.ngram;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.babelmill.langid.ModelFormatException;

/** A buffered stream that knows how far it was read, so that a problem can say where it is. */
final class CountedInput {

    private static final int CHUNK = 1 << 16;

    private final String name;
    private final InputStream in;
    private final CRC32C crc = new CRC32C();
    private final byte[] buffer = new byte[CHUNK];
    private int at;
    private int limit;
    private long before;

    CountedInput(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    int int8() throws IOException {
        if (at == limit) {
            refill();
        }
        return buffer[at++] & 0xFF;
    }

    int int32() throws IOException {
        return (int8() << 24) | (int8() << 16) | (int8() << 8) | int8();
    }

    long int64() throws IOException {
        return ((long) int32() << 32) | (int32() & 0xFFFFFFFFL);
    }

    /** A number of at most 31 bits. */
    int varint() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int next = int8();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw problem("a number longer than 31 bits");
    }

    /** So many bytes; memory grows with what is really there, not with what a damaged length claims. */
    byte[] bytes(int count) throws IOException {
        byte[] result = new byte[Math.min(count, CHUNK)];
        int done = 0;
        while (done < count) {
            if (at == limit) {
                refill();
            }
            int part = Math.min(limit - at, count - done);
            if (done + part > result.length) {
                result = Arrays.copyOf(result, (int) Math.min(count, Math.max(done + part, result.length * 2L)));
            }
            System.arraycopy(buffer, at, result, done, part);
            at += part;
            done += part;
        }
        return result;
    }

    /** Reads the checksum and compares it with everything read before. */
    void checksum() throws IOException {
        crc.update(buffer, 0, at);
        int expected = (int) crc.getValue();
        int read = 0;
        for (int i = 0; i < 4; i++) {
            if (at == limit) {
                before += limit;
                fill();
            }
            read = (read << 8) | (buffer[at++] & 0xFF);
        }
        if (read != expected) {
            throw problem(String.format(
                    Locale.ROOT, "checksum %08x, the content has %08x: the file is damaged", read, expected));
        }
    }

    long within(String what, long value, long min, long max) throws IOException {
        if (value < min || value > max) {
            throw problem(
                    what + " is " + value + ", must be " + (min == max ? "" + min : "from " + min + " to " + max));
        }
        return value;
    }

    ModelFormatException problem(String what) {
        return new ModelFormatException(name, before + at, what);
    }

    private void refill() throws IOException {
        crc.update(buffer, 0, limit);
        before += limit;
        fill();
    }

    private void fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer));
        if (limit == 0) {
            throw problem("the file ends here, too early");
        }
    }
}
