package org.babelmill.extract.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes UTF-8 that has no fault in it, counting on the way. Most pages are such, and mostly of ASCII with a few other
 * characters; the platform's decoder goes byte by byte from the first of those on, this one many at a time wherever it
 * can. Not thread-safe.
 */
final class StrictUtf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int MAX_KEPT = 1 << 20;

    /** Fewer bytes are copied sooner one by one than by the platform, which copies with vector instructions. */
    private static final int SHORT_RUN = 40;

    private final CharsetDecoder bytesAsTheyAre = StandardCharsets.ISO_8859_1.newDecoder();

    private char[] kept = new char[0];
    private int beyondAscii;
    private int replacements;

    /** The text, valid until the next is decoded; nothing when a byte is out of place. */
    Optional<CharSequence> decode(byte[] bytes) {
        beyondAscii = 0;
        replacements = 0;
        int ascii = asciiEnd(bytes, 0);
        if (ascii == bytes.length) {
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        char[] out = room(bytes.length);
        int length = decode(bytes, out);
        return length < 0 ? Optional.empty() : Optional.of(CharBuffer.wrap(out, 0, length));
    }

    /** UTF-16 units beyond ASCII of the text decoded last. */
    int beyondAscii() {
        return beyondAscii;
    }

    /** U+FFFD among them. */
    int replacements() {
        return replacements;
    }

    private char[] room(int length) {
        if (length > MAX_KEPT) {
            return new char[length];
        }
        kept = kept.length < length ? new char[Math.min(MAX_KEPT, length * 2)] : kept;
        return kept;
    }

    private static int asciiEnd(byte[] bytes, int from) {
        int at = from;
        while (at + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Returns the number of characters, -1 when a byte is out of place. */
    private int decode(byte[] bytes, char[] out) {
        int at = 0;
        int length = 0;
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer target = CharBuffer.wrap(out);
        while (at < bytes.length) {
            int end = asciiEnd(bytes, at);
            if (end - at < SHORT_RUN) {
                for (int i = at; i < end; i++) {
                    out[length + i - at] = (char) bytes[i];
                }
            } else {
                bytesAsTheyAre.reset().decode(source.limit(end).position(at), target.position(length), true);
            }
            length += end - at;
            at = end;
            if (at < bytes.length) {
                int codePoint = codePoint(bytes, at);
                if (codePoint < 0) {
                    return -1;
                }
                at += codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
                length += put(codePoint, out, length);
            }
        }
        return length;
    }

    private int put(int codePoint, char[] out, int at) {
        if (codePoint >= 0x10000) {
            beyondAscii += 2;
            return Character.toChars(codePoint, out, at);
        }
        out[at] = (char) codePoint;
        beyondAscii++;
        replacements += codePoint == 0xFFFD ? 1 : 0;
        return 1;
    }

    /** The character beyond ASCII that begins here, in its shortest form; -1 for anything else. */
    private static int codePoint(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xE0) {
            int found = (lead & 0x1F) << 6 | tail(bytes, at + 1);
            return lead >= 0xC2 ? found : -1;
        }
        if (lead < 0xF0) {
            int found = (lead & 0x0F) << 12 | tail(bytes, at + 1) << 6 | tail(bytes, at + 2);
            return found >= 0x800 && (found < 0xD800 || found > 0xDFFF) ? found : -1;
        }
        int found = (lead & 0x0F) << 18 | tail(bytes, at + 1) << 12 | tail(bytes, at + 2) << 6 | tail(bytes, at + 3);
        return found >= 0x10000 && found <= Character.MAX_CODE_POINT ? found : -1;
    }

    /** The six bits of a byte that continues a character; -1, which makes the whole negative, for any other. */
    private static int tail(byte[] bytes, int at) {
        return at < bytes.length && (bytes[at] & 0xC0) == 0x80 ? bytes[at] & 0x3F : -1;
    }
}
