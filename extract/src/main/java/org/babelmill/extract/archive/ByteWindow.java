package org.babelmill.extract.archive;

import java.io.IOException;
import java.util.Arrays;

/** A look ahead into a stream of bytes: some can be seen before they are taken. Not thread-safe. */
final class ByteWindow {

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {
        /** As {@link java.io.InputStream#read(byte[], int, int)}. */
        int read(byte[] target, int offset, int length) throws IOException;
    }

    private static final int INITIAL = 1 << 16;
    private static final int KEPT = 1 << 22;

    private final Source source;
    private byte[] buffer = new byte[INITIAL];
    private int from;
    private int to;
    private long position;
    private boolean ended;

    /** @param position what {@link #position} says before anything was taken */
    ByteWindow(Source source, long position) {
        this.source = source;
        this.position = position;
    }

    /** Forgets everything and begins anew with what the source gives next; lets go of a buffer that has grown large. */
    void restart(long newPosition) {
        if (buffer.length > KEPT) {
            buffer = new byte[INITIAL];
        }
        from = 0;
        to = 0;
        position = newPosition;
        ended = false;
    }

    /** Position in the stream of the first byte in sight. */
    long position() {
        return position;
    }

    /** Brings at least {@code count} bytes in sight, or as many as there are. */
    boolean ensure(int count) throws IOException {
        while (to - from < count && !ended) {
            makeRoom();
            int read = source.read(buffer, to, buffer.length - to);
            if (read < 0) {
                ended = true;
            } else {
                to += read;
            }
        }
        return to - from >= count;
    }

    private void makeRoom() {
        if (to < buffer.length) {
            return;
        }
        if (from > buffer.length / 2) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
        } else {
            byte[] larger = new byte[Math.max(INITIAL, (int) Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L))];
            System.arraycopy(buffer, from, larger, 0, to - from);
            buffer = larger;
        }
        to -= from;
        from = 0;
    }

    /** Number of bytes in sight. */
    int inSight() {
        return to - from;
    }

    /** A byte in sight. */
    byte at(int index) {
        return buffer[from + index];
    }

    byte[] array() {
        return buffer;
    }

    /** Index in {@link #array} of the first byte in sight. */
    int arrayFrom() {
        return from;
    }

    /** Takes bytes that are in sight. */
    void take(int count) {
        from += count;
        position += count;
    }

    /** Takes bytes that are in sight into a new array. */
    byte[] takeBytes(int count) {
        byte[] result = Arrays.copyOfRange(buffer, from, from + count);
        take(count);
        return result;
    }

    /** Takes up to {@code count} bytes and forgets them; returns how many there were. */
    long skip(long count) throws IOException {
        long left = count;
        while (left > 0 && ensure(1)) {
            int step = (int) Math.min(left, to - from);
            take(step);
            left -= step;
        }
        return count - left;
    }
}
