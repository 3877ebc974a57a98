package org.babelmill.dedup.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of a simplified text: their UTF-8 bytes with one space between neighbours, and where each begins. A window
 * of neighbouring tokens is therefore one stretch of bytes. Scratch space that is filled anew for each text; belongs to
 * one thread.
 */
public final class TokenBuffer {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Marks, in {@code starts}, a token that is a single character of a script without spaces. */
    private static final int ALONE = Integer.MIN_VALUE;

    /** Arrays that one giant text made longer than this are given back after it. */
    private static final int KEEP = 1 << 24;

    /** Most bytes that one character becomes: three parts of a Hangul syllable, and spaces around. */
    private static final int WIDEST = 16;

    /** Room behind the end, because eight bytes are stored where fewer count. */
    private static final int SLACK = 16;

    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private byte[] bytes = new byte[1 << 17];
    private int[] starts = new int[1 << 13];
    private int length;
    private int count;

    /** 1 inside a token; 0 outside, where the bytes end with the space that separates it from the next. */
    private int open;

    /** An empty buffer. */
    public TokenBuffer() {}

    /** Number of tokens. */
    public int count() {
        return count;
    }

    /** Number of bytes, spaces between tokens included. */
    public int length() {
        return length;
    }

    /** The bytes; what lies behind {@link #length} is undefined. Not a copy: neither change nor keep it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a token begins. */
    public int start(int token) {
        return starts[token] & ~ALONE;
    }

    /** Where a token ends, exclusive. */
    public int end(int token) {
        return token + 1 < count ? start(token + 1) - 1 : length;
    }

    /** Whether the token is a single character of a script that is written without spaces. */
    public boolean isAlone(int token) {
        return starts[token] < 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    void clear() {
        if (bytes.length > KEEP) {
            bytes = new byte[1 << 17];
            starts = new int[1 << 13];
        }
        length = 0;
        count = 0;
        open = 0;
    }

    /** Makes room for what {@code chars} characters can become. */
    void reserve(int chars) {
        long needed = length + (long) chars * WIDEST + SLACK;
        if (needed > LARGEST) {
            throw new IllegalArgumentException("text too long to be compared with others");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, 2L * bytes.length), LARGEST));
        }
        if (count + chars >= starts.length) {
            starts = Arrays.copyOf(starts, Math.max(count + chars + 1, 2 * starts.length));
        }
    }

    /**
     * Takes characters as long as they only continue a token or only separate tokens. The loop that all text runs
     * through: on local variables, and without branches but the one that ends it, because where words end cannot be
     * predicted. A separator is stored as a space behind the token and counts only when there was one.
     *
     * @return position of the first character that is something else, or {@code to}
     */
    int run(SimplificationTable table, char[] chars, int from, int to) {
        long[] entries = table.basic();
        byte[] target = bytes;
        int[] begin = starts;
        int size = length;
        int tokens = count;
        int inside = open;
        int at = from;
        for (; at < to; at++) {
            long entry = entries[chars[at]];
            int space = SimplificationTable.kind(entry);
            if (space > SimplificationTable.SPACE) {
                break;
            }
            LONGS.set(target, size, SimplificationTable.packed(entry));
            begin[tokens] = size;
            int plain = space ^ 1;
            tokens += plain & ~inside;
            size += SimplificationTable.length(entry) & -(plain | inside);
            inside = plain;
        }
        length = size;
        count = tokens;
        open = inside;
        return at;
    }

    /** Continues the token, or begins one. */
    void append(long packed, int size) {
        if (open == 0) {
            starts[count++] = length;
            open = 1;
        }
        LONGS.set(bytes, length, packed);
        length += size;
    }

    /** As {@link #append(long, int)}, for bytes that stand in the table's pool. */
    void append(SimplificationTable table, long entry) {
        append(0, 0);
        table.bytes(entry, bytes, length);
        length += SimplificationTable.length(entry);
    }

    /** A token of its own. */
    void appendAlone(long packed, int size) {
        close();
        starts[count++] = length | ALONE;
        LONGS.set(bytes, length, packed);
        length += size;
        bytes[length++] = ' ';
    }

    /** Ends the token, if there is one. */
    void close() {
        if (open == 1) {
            bytes[length++] = ' ';
            open = 0;
        }
    }

    /** Ends the text: no separator behind its last token. */
    void finish() {
        if (open == 0 && count > 0) {
            length--;
        }
    }
}
