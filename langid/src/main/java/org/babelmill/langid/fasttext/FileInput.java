package org.babelmill.langid.fasttext;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.babelmill.langid.ModelFormatException;

/** Little-endian numbers out of a file; knows where it is, and checks every length against what is left of the file. */
final class FileInput {

    /** Mapped segments are at most so many bytes; a multiple of any float, below what one buffer can address. */
    private static final int SEGMENT = 1 << 30;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long next;

    FileInput(String name, FileChannel channel) throws IOException {
        this.name = name;
        this.channel = channel;
        this.size = channel.size();
        buffer.limit(0);
    }

    long position() {
        return next - buffer.remaining();
    }

    long left() {
        return size - position();
    }

    byte int8() throws IOException {
        need(1);
        return buffer.get();
    }

    boolean bool() throws IOException {
        byte value = int8();
        if (value != 0 && value != 1) {
            throw problem("a flag is " + value + ", must be 0 or 1");
        }
        return value == 1;
    }

    int int32() throws IOException {
        need(4);
        return buffer.getInt();
    }

    long int64() throws IOException {
        need(8);
        return buffer.getLong();
    }

    double float64() throws IOException {
        need(8);
        return buffer.getDouble();
    }

    /** A whole number in a range. */
    long within(String what, long value, long min, long max) throws ModelFormatException {
        if (value < min || value > max) {
            throw problem(what + " is " + value + ", must be from " + min + " to " + max);
        }
        return value;
    }

    byte[] bytes(String what, long count) throws IOException {
        require(what, count);
        within(what, count, 0, Integer.MAX_VALUE - 8);
        byte[] result = new byte[(int) count];
        int done = 0;
        while (done < result.length) {
            need(1);
            int part = Math.min(buffer.remaining(), result.length - done);
            buffer.get(result, done, part);
            done += part;
        }
        return result;
    }

    float[] floats(String what, long count) throws IOException {
        require(what, Math.multiplyExact(within(what, count, 0, Integer.MAX_VALUE / 4), 4L));
        float[] result = new float[(int) count];
        for (int i = 0; i < result.length; i++) {
            need(4);
            result[i] = buffer.getFloat();
        }
        return result;
    }

    /** Bytes up to a NUL, which is read too. */
    byte[] text(int maxLength) throws IOException {
        byte[] text = new byte[32];
        int length = 0;
        for (byte b = int8(); b != 0; b = int8()) {
            if (length == maxLength) {
                throw problem("a text longer than " + maxLength + " bytes");
            }
            if (length == text.length) {
                text = Arrays.copyOf(text, length * 2);
            }
            text[length++] = b;
        }
        return Arrays.copyOf(text, length);
    }

    /** Maps the next floats instead of reading them, in segments of so many whole rows as {@link #rowsInSegment} says. */
    FloatBuffer[] map(long rows, int columns) throws IOException {
        long bytes = Math.multiplyExact(rows, columns * 4L);
        require("matrix", bytes);
        long start = position();
        long perSegment = (long) rowsInSegment(columns) * columns * 4;
        FloatBuffer[] segments = new FloatBuffer[(int) ((bytes + perSegment - 1) / perSegment)];
        for (int i = 0; i < segments.length; i++) {
            long length = Math.min(perSegment, bytes - i * perSegment);
            segments[i] = channel.map(FileChannel.MapMode.READ_ONLY, start + i * perSegment, length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
        }
        buffer.limit(0);
        next = start + bytes;
        return segments;
    }

    static int rowsInSegment(int columns) {
        return SEGMENT / (columns * 4);
    }

    ModelFormatException problem(String what) {
        return new ModelFormatException(name, position(), what);
    }

    private void require(String what, long bytes) throws ModelFormatException {
        if (bytes < 0 || bytes > left()) {
            throw problem(what + " takes " + bytes + " bytes, the file has " + left() + " more");
        }
    }

    private void need(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            int read = channel.read(buffer, next);
            if (read < 0) {
                buffer.flip();
                throw problem("the file ends here, too early");
            }
            next += read;
        }
        buffer.flip();
    }
}
