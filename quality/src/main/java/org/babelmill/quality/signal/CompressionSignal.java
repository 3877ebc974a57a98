package org.babelmill.quality.signal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.babelmill.quality.text.AnalyzedText;

/**
 * How well a text compresses: zstd level 3 on its UTF-8 bytes in lower case with every digit as 1, as HPLT's scorer does
 * it. At most {@link #LIMIT} bytes are compressed. Belongs to one thread.
 */
final class CompressionSignal {

    /** As far as HPLT's longest curve goes. */
    static final int LIMIT = 250_000;

    private static final int LEVEL = 3;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Gives native memory back when the objects that used it are gone. */
    private static final Cleaner CLEANER = Cleaner.create();

    /**
     * What is written for each unit: up to three bytes, the first one lowest, and above them how many; 0 for halves of pairs.
     * A table, since Java's own look-up takes longer than the compression. All four bytes go to memory at once, and what comes
     * next is put over those that do not belong to the text: a jump for each length is guessed wrong.
     */
    private static final int[] WRITTEN = written();

    private static final int COUNT_SHIFT = 24;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private byte[] plain = new byte[1 << 14];
    private byte[] packed = new byte[1 << 14];
    private int bytes;
    private int compressed;

    CompressionSignal() {
        zstd.setLevel(LEVEL);
        CLEANER.register(this, zstd::close);
    }

    /** Compresses a text. */
    void measure(AnalyzedText text) {
        int needed = room(text.length());
        if (plain.length < needed) {
            plain = new byte[needed];
        }
        bytes = encode(text.chars(), text.length(), plain);
        int bound = (int) Zstd.compressBound(bytes);
        if (packed.length < bound) {
            packed = new byte[bound];
        }
        compressed = zstd.compressByteArray(packed, 0, packed.length, plain, 0, bytes);
    }

    /** Bytes compressed: those of the text, or {@link #LIMIT} or a few less of them. */
    int bytes() {
        return bytes;
    }

    /** Bytes saved, in per cent; 0 where it grew. NaN for the empty text. */
    double saved() {
        return bytes == 0 ? Double.NaN : Math.max(0, 100.0 * (bytes - compressed) / bytes);
    }

    /** Bytes of a text in UTF-8; a lone surrogate counts as two. */
    static int utf8Length(char[] chars, int length) {
        int bytes = length;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }

    /** Bytes that {@link #encode} may touch for so many units: of the last one written, four. */
    static int room(int length) {
        return Math.min(LIMIT + 4, length * 3 + 4);
    }

    /** Writes the bytes that are compressed; returns how many. */
    static int encode(char[] chars, int length, byte[] into) {
        int to = 0;
        for (int i = 0; i < length && to < LIMIT - 3; i++) {
            char c = chars[i];
            int written = WRITTEN[c];
            if (c < 0x80) {
                into[to++] = (byte) written;
            } else if (written != 0) {
                INT.set(into, to, written);
                to += written >>> COUNT_SHIFT;
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1])) {
                to = put(Character.toLowerCase(Character.toCodePoint(c, chars[++i])), into, to);
            } else {
                to = put(c, into, to);
            }
        }
        return to;
    }

    private static int[] written() {
        int[] table = new int[0x10000];
        byte[] bytes = new byte[4];
        for (int c = 0; c < table.length; c++) {
            if (!Character.isSurrogate((char) c)) {
                Arrays.fill(bytes, (byte) 0);
                bytes[3] = (byte) put(Character.isDigit(c) ? '1' : Character.toLowerCase(c), bytes, 0);
                table[c] = (int) INT.get(bytes, 0);
            }
        }
        return table;
    }

    private static int put(int c, byte[] into, int at) {
        int to = at;
        if (c < 0x80) {
            into[to++] = (byte) c;
        } else if (c < 0x800) {
            into[to++] = (byte) (0xC0 | (c >> 6));
            into[to++] = (byte) (0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            into[to++] = (byte) (0xE0 | (c >> 12));
            into[to++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            into[to++] = (byte) (0x80 | (c & 0x3F));
        } else {
            into[to++] = (byte) (0xF0 | (c >> 18));
            into[to++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            into[to++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            into[to++] = (byte) (0x80 | (c & 0x3F));
        }
        return to;
    }
}
