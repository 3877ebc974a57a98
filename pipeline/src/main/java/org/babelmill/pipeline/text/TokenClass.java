package org.babelmill.pipeline.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;

/**
 * What part a character plays in a token: a table over the Basic Multilingual Plane after Unicode's word boundary rules
 * (UAX #29), reduced to what {@link ScriptWordSegmenter} distinguishes.
 */
final class TokenClass {

    /** Between tokens: white space, controls, zero-width space, Tibetan tsheg, Ethiopic word space. */
    static final byte GAP = 0;
    /** Stands for itself: punctuation, symbols, emoji. */
    static final byte SYMBOL = 1;
    /** Letters and digits of scripts written with spaces, connector punctuation. */
    static final byte WORD = 2;
    /** Goes with what is before it: combining marks, joiners, soft hyphen. */
    static final byte EXTEND = 3;
    /** Joins two letters: middle dots, Hebrew and Armenian marks (MidLetter without the colon). */
    static final byte MID_LETTER = 4;
    /** Joins two digits (MidNum). */
    static final byte MID_NUMBER = 5;
    /** Joins two letters or two digits: full stop (MidNumLet). */
    static final byte MID_BOTH = 6;
    /** Joins two letters or parts an elided article from its noun. */
    static final byte APOSTROPHE = 7;
    /** First of the classes whose runs are cut by a word list. */
    static final byte FIRST_UNSPACED = 8;
    /** Han, Hiragana, Katakana, Bopomofo. */
    static final byte CHINESE_JAPANESE = 8;

    static final byte THAI = 9;
    static final byte LAO = 10;
    static final byte KHMER = 11;
    static final byte BURMESE = 12;
    /** Every character a word of its own. */
    static final byte YI = 13;

    private static final int BMP = 0x10000;
    private static final byte[] TABLE = new byte[BMP];

    static {
        for (int c = 0; c < BMP; c++) {
            TABLE[c] = compute(c);
        }
    }

    private TokenClass() {}

    static byte of(int codePoint) {
        return codePoint < BMP ? TABLE[codePoint] : compute(codePoint);
    }

    /** The class of a UTF-16 unit taken for itself; a surrogate is a {@link #SYMBOL}. */
    static byte of(char unit) {
        return TABLE[unit];
    }

    private static byte compute(int c) {
        byte special = special(c);
        if (special >= 0) {
            return special;
        }
        int type = UCharacter.getType(c);
        return switch (type) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER -> letter(c);
            case UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER,
                    UCharacterCategory.CONNECTOR_PUNCTUATION -> WORD;
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK -> mark(c);
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR,
                    UCharacterCategory.CONTROL,
                    UCharacterCategory.FORMAT -> GAP;
            default -> SYMBOL;
        };
    }

    private static byte special(int c) {
        return switch (c) {
            case 0x200B, 0x0F0B, 0x0F0C, 0x1361 -> GAP;
            case 0x00AD, 0x200C, 0x200D, 0x2060 -> EXTEND;
            case '\'', 0x2018, 0x2019, 0xFF07 -> APOSTROPHE;
            case '.', 0x2024, 0xFE52, 0xFF0E -> MID_BOTH;
            case 0x00B7, 0x0387, 0x055F, 0x05F4, 0x2027 -> MID_LETTER;
            case ',', 0x066C, 0x2044, 0xFE50, 0xFF0C -> MID_NUMBER;
            case 0x30FC, 0xFF70 -> CHINESE_JAPANESE;
            default -> -1;
        };
    }

    private static byte letter(int c) {
        byte unspaced = unspaced(Scripts.of(c));
        return unspaced < 0 ? WORD : unspaced;
    }

    private static byte mark(int c) {
        byte unspaced = unspaced(Scripts.of(c));
        return unspaced < 0 ? EXTEND : unspaced;
    }

    private static byte unspaced(int script) {
        return switch (script) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO -> CHINESE_JAPANESE;
            case UScript.THAI -> THAI;
            case UScript.LAO -> LAO;
            case UScript.KHMER -> KHMER;
            case UScript.MYANMAR -> BURMESE;
            case UScript.YI -> YI;
            default -> -1;
        };
    }
}
