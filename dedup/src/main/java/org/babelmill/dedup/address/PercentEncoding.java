package org.babelmill.dedup.address;

import java.nio.charset.StandardCharsets;

/** One percent encoding for all that mean the same, after RFC 3986, section 6.2.2. */
final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * Unreserved characters as they are, hexadecimal digits in capitals, and everything outside printable ASCII encoded
     * in UTF-8; so is a percent sign that encodes nothing.
     */
    static String normalize(String text) {
        if (isPlain(text)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' ? encoded(bytes, i) : -1;
            if (value >= 0) {
                append(out, value, isUnreserved(value));
                i += 2;
            } else {
                append(out, bytes[i] & 0xFF, bytes[i] > ' ' && bytes[i] < 0x7F && bytes[i] != '%');
            }
        }
        return out.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The byte that is encoded at a percent sign, -1 when none is. */
    private static int encoded(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static void append(StringBuilder out, int value, boolean asItIs) {
        if (asItIs) {
            out.append((char) value);
        } else {
            out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
        }
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
