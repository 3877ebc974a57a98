package org.babelmill.quality.signal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.lang.ref.Cleaner;
import org.babelmill.quality.text.AnalyzedText;

/**
 * How well a text compresses: zstd level 3 on its UTF-8 bytes in lower case with every digit as 1, as HPLT's scorer does
 * it. At most {@link #LIMIT} bytes are compressed. Belongs to one thread.
 */
final class CompressionSignal {

    /** As far as HPLT's longest curve goes. */
    static final int LIMIT = 250_000;

    private static final int LEVEL = 3;

    /** Gives native memory back when the objects that used it are gone. */
    private static final Cleaner CLEANER = Cleaner.create();

    /** Lower case, digits as 1. A table, since Java's own look-up takes longer than the compression. */
    private static final char[] WRITTEN = written();

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
        int needed = Math.min(LIMIT + 4, text.length() * 3 + 4);
        if (plain.length < needed) {
            plain = new byte[needed];
        }
        bytes = encode(text.chars(), text.length());
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

    private int encode(char[] chars, int length) {
        byte[] into = plain;
        int to = 0;
        for (int i = 0; i < length && to < LIMIT - 3; i++) {
            char c = chars[i];
            if (c < 0x80) {
                into[to++] = (byte) WRITTEN[c];
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1])) {
                to = put(Character.toLowerCase(Character.toCodePoint(c, chars[++i])), into, to);
            } else {
                to = put(WRITTEN[c], into, to);
            }
        }
        return to;
    }

    private static char[] written() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.isDigit(c) ? '1' : (char) Character.toLowerCase(c);
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
