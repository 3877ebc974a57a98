package org.babelmill.extract.text;

/** Case and classes of ASCII characters; every other character is left as it is, whatever the default locale. */
public final class Ascii {

    private Ascii() {}

    /** The lower-case form of an ASCII capital, else the character itself. */
    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** The text with its ASCII capitals lowered; the same instance when there are none. */
    public static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return lowerFrom(text, i);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int first) {
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) {
            chars[i] = lower(chars[i]);
        }
        return new String(chars);
    }

    /** Whether two texts differ at most in the case of ASCII letters. */
    public static boolean equalsIgnoreCase(String a, String b) {
        return a.length() == b.length() && regionMatches(a, 0, b);
    }

    /** Whether {@code part} stands at {@code from}, but for the case of ASCII letters. */
    public static boolean regionMatches(CharSequence text, int from, String part) {
        if (from < 0 || from + part.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (lower(text.charAt(from + i)) != lower(part.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where {@code part} first stands at or after {@code from}, but for the case of ASCII letters; -1 when nowhere. */
    public static int indexOf(CharSequence text, String part, int from) {
        for (int i = Math.max(0, from); i + part.length() <= text.length(); i++) {
            if (regionMatches(text, i, part)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether {@code part} stands anywhere in the text, but for the case of ASCII letters. */
    public static boolean contains(CharSequence text, String part) {
        return indexOf(text, part, 0) >= 0;
    }

    /** Whether the character is an ASCII letter or digit. */
    public static boolean isAlphanumeric(char c) {
        char lower = lower(c);
        return isDigit(c) || (lower >= 'a' && lower <= 'z');
    }

    /** Whether the character is an ASCII digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
