package org.babelmill.quality.privacy;

/** ASCII character kinds that the scanners share. */
final class Characters {

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isUpper(c) || isLower(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Whether a run of letters and digits begins at an offset. */
    static boolean isRunStart(String text, int at) {
        return at == 0 || !isAlphanumeric(text.charAt(at - 1));
    }

    /** Whether nothing that continues a number or word stands at an offset. */
    static boolean isRunEnd(String text, int at) {
        return at >= text.length() || !isAlphanumeric(text.charAt(at));
    }
}
