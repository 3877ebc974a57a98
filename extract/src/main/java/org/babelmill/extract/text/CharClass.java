package org.babelmill.extract.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.babelmill.pipeline.text.Scripts;

/**
 * What a UTF-16 unit counts as when text is measured without splitting it into words: spaces in scripts that use them,
 * characters in those that do not. Immutable and safe to share.
 */
public final class CharClass {

    /** Punctuation, symbols and anything else. */
    public static final byte OTHER = 0;

    public static final byte SPACE = 1;
    /** A letter, digit or mark of a script written with spaces; a run of these counts as one word. */
    public static final byte WORD = 2;
    /** A letter of a script written without spaces; each counts as one word. */
    public static final byte LONE = 3;
    /** A mark that ends a sentence, in any script. */
    public static final byte STOP = 4;
    /** A mark that parts a sentence, in any script. */
    public static final byte COMMA = 5;
    /** Characters that are not shown and not kept: controls, soft hyphens, byte order marks, bidi marks. */
    public static final byte DROPPED = 6;
    /** The zero-width space: kept only between letters of scripts where it parts words. */
    public static final byte ZERO_WIDTH_SPACE = 7;
    /** One half of a surrogate pair. */
    public static final byte SURROGATE = 8;
    /** An ASCII or other decimal digit; counts towards words as {@link #WORD} does. */
    public static final byte DIGIT = 9;

    private static final byte[] TABLE = table();

    private CharClass() {}

    /** The class of a UTF-16 unit. */
    public static byte of(char c) {
        return TABLE[c];
    }

    /** The lower-case form of a character that has one, else itself; quick for ASCII, which is most of the web. */
    public static char lower(char c) {
        return c < 0x80 ? Ascii.lower(c) : Character.toLowerCase(c);
    }

    private static byte[] table() {
        byte[] table = new byte[1 << 16];
        for (int c = 0; c < table.length; c++) {
            table[c] = classify(c);
        }
        return table;
    }

    private static byte classify(int c) {
        if (c == 0x200B) {
            return ZERO_WIDTH_SPACE;
        }
        if (Character.isSurrogate((char) c)) {
            return SURROGATE;
        }
        if (isDropped(c)) {
            return DROPPED;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE)) {
            return SPACE;
        }
        return isWordPart(c) ? wordPart(c) : punctuation(c);
    }

    private static boolean isDropped(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x85;
        boolean control = !space && (c < 0x20 || (c >= 0x7F && c < 0xA0));
        boolean bidi = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || bidi || c == 0xAD || c == 0xFEFF || c == 0x2060 || c == 0xFFFE || c == 0xFFFF || c == 0x180E;
    }

    private static boolean isWordPart(int c) {
        if (c == 0x200C || c == 0x200D || c == '_') {
            return true;
        }
        return switch (UCharacter.getType(c)) {
            case Character.COMBINING_SPACING_MARK, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> UCharacter.isLetterOrDigit(c);
        };
    }

    private static byte wordPart(int c) {
        if (UCharacter.isDigit(c)) {
            return DIGIT;
        }
        return Scripts.isUnspaced(Scripts.of(c)) ? LONE : WORD;
    }

    private static byte punctuation(int c) {
        if (UCharacter.hasBinaryProperty(c, UProperty.S_TERM) || c == 0x2026 || c == 0x0E2F || c == 0x104A) {
            return STOP;
        }
        return isComma(c) ? COMMA : OTHER;
    }

    private static boolean isComma(int c) {
        return switch (c) {
            case ',',
                    ';',
                    0x060C,
                    0x061B,
                    0x3001,
                    0xFF0C,
                    0xFF1B,
                    0xFF64,
                    0x055D,
                    0x0387,
                    0x1363,
                    0x1802,
                    0x2E41,
                    0xFE50,
                    0xFE51 -> true;
            default -> false;
        };
    }
}
