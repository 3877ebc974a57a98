package org.babelmill.langid.fasttext;

import java.util.Arrays;

/** Text to UTF-8 in the form that a model wants, in a buffer that is used again. */
final class Utf8Text {

    private final TextForm form;
    private byte[] bytes = new byte[4096];
    private int length;

    Utf8Text(TextForm form) {
        this.form = form;
    }

    /**
     * Encodes the chars from {@code from} to {@code to} (exclusive), but stops at the first space after {@code maxChars}.
     */
    void set(char[] text, int from, int to, int maxChars) {
        length = 0;
        for (int at = from; at < to; ) {
            int c = Character.codePointAt(text, at, to);
            if (at - from >= maxChars && Character.isWhitespace(c)) {
                return;
            }
            at += Character.charCount(c);
            if (form == TextForm.RAW) {
                put(c);
            } else if (isKept(c)) {
                put(Character.toLowerCase(c));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                put(' ');
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> Character.isLetter(c);
        };
    }

    /** Half of a pair without the other becomes a question mark, as in Java's own encoder. */
    private void put(int c) {
        if (length + 4 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            bytes[length++] = '?';
        } else if (c < 0x10000) {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xF0 | (c >> 18));
            bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }
}
