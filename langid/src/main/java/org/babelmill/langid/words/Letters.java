package org.babelmill.langid.words;

/**
 * What a character is to the word scanner, by table look-up over the Basic Multilingual Plane. Lower case is Unicode's
 * simple mapping, whatever the locale.
 */
final class Letters {

    /** Ends a word. */
    static final byte SEPARATOR = 0;
    /** Belongs to a word. */
    static final byte LETTER = 1;
    /** A word by itself. */
    static final byte IDEOGRAPH = 2;
    /** Left out, as if it were not there: joiners, soft hyphens, Arabic vowel marks and elongation. */
    static final byte IGNORED = 3;
    /** Ends a word and shows that it was part of a code. */
    static final byte DIGIT = 4;
    /** A mark that may have a composed form with the letter before it. */
    static final byte COMPOSING = 5;
    /** Half of a character beyond the plane. */
    static final byte SURROGATE = 6;

    private static final int PLANE = 0x10000;
    private static final byte[] KINDS = new byte[PLANE];
    private static final char[] LOWER = new char[PLANE];

    static {
        for (int c = 0; c < PLANE; c++) {
            KINDS[c] = Character.isSurrogate((char) c) ? SURROGATE : kindOf(c);
            LOWER[c] = Character.toLowerCase((char) c);
        }
    }

    private Letters() {}

    static byte kind(char c) {
        return KINDS[c];
    }

    static char lower(char c) {
        return LOWER[c];
    }

    /** The kind of any code point but a surrogate. */
    static byte kindOf(int c) {
        if (isIgnored(c)) {
            return IGNORED;
        }
        if (c >= 0x300 && c <= 0x36F) {
            return COMPOSING;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> Character.isIdeographic(c) ? IDEOGRAPH : LETTER;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            default -> SEPARATOR;
        };
    }

    private static boolean isIgnored(int c) {
        return c == 0xAD
                || c == 0x200D
                || c == 0x2060
                || c == 0xFEFF
                || c == 0x640
                || (c >= 0x64B && c <= 0x652)
                || (c >= 0xFE00 && c <= 0xFE0F);
    }
}
