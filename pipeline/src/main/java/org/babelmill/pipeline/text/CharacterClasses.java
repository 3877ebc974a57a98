package org.babelmill.pipeline.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.RangeValueIterator;
import java.util.Arrays;

/**
 * What kind of character a code point is, by table look-up: a set of bits, several of which may be set. Categories are
 * Unicode's; the sets {@link #PUNCTUATION} and {@link #TERMINAL} are those of datatrove 0.10, so that its metrics can be
 * reproduced. Immutable and safe to share.
 */
public final class CharacterClasses {

    /** General category L. */
    public static final int LETTER = 1;
    /** General category Nd. */
    public static final int DIGIT = 1 << 1;
    /** General categories Lu and Lt. */
    public static final int UPPER = 1 << 2;
    /** General category Ll. */
    public static final int LOWER = 1 << 3;
    /** General category M. */
    public static final int MARK = 1 << 4;
    /** White space as Python's {@code str.isspace} and {@code str.strip} see it. */
    public static final int SPACE = 1 << 5;
    /** Line boundaries of Python's {@code str.splitlines}. */
    public static final int LINE_BREAK = 1 << 6;
    /** datatrove's {@code PUNCTUATION}: 66 printable and 63 control characters. */
    public static final int PUNCTUATION = 1 << 7;
    /** datatrove's {@code TERMINAL_PUNCTUATION}: 159 characters that end a sentence, in any script. */
    public static final int TERMINAL = 1 << 8;
    /** General category P. */
    public static final int PUNCTUATION_MARK = 1 << 9;
    /** Neither letter, mark, number, punctuation nor white space: symbols, emoji, controls, private use, unassigned. */
    public static final int ODD = 1 << 10;

    /** Either of datatrove's two sets: a word of nothing else is not a word. */
    public static final int SYMBOL = PUNCTUATION | TERMINAL;

    private static final int BMP = 0x10000;
    private static final UnicodeSet PUNCTUATION_SET = new UnicodeSet(
                    "[\\u0021-\\u002F\\u003A-\\u0040\\u005B-\\u0060"
                            + "\\u007B-\\u007E\\u00AB\\u00B4\\u00BB\\u2013-\\u2014\\u2019\\u201C-\\u201E\\u2026\\u2236\\u2501"
                            + "\\u25BA\\u3001-\\u3002\\u3008-\\u300D\\u3010-\\u3011\\uFF01\\uFF05\\uFF08-\\uFF09\\uFF0C\\uFF0E"
                            + "\\uFF11\\uFF1A-\\uFF1B\\uFF1F\\uFF5E\\u0000-\\u0008\\u000B-\\u000C\\u000D-\\u001F\\u007F-\\u009F]")
            .freeze();
    private static final UnicodeSet TERMINAL_SET = new UnicodeSet("[\\u0021\\u002E\\u003F\\u0589\\u061D-\\u061F\\u06D4"
                    + "\\u0700-\\u0702\\u07F9\\u0837\\u0839\\u083D-\\u083E\\u0964-\\u0965\\u104A-\\u104B\\u1362"
                    + "\\u1367-\\u1368\\u166E\\u1735-\\u1736\\u17D4-\\u17D6\\u17D9-\\u17DA\\u1803\\u1809\\u1944-\\u1945"
                    + "\\u1AA8-\\u1AAB\\u1B5A-\\u1B5B\\u1B5E-\\u1B5F\\u1B7D-\\u1B7E\\u1C3B-\\u1C3C\\u1C7E-\\u1C7F"
                    + "\\u203C-\\u203D\\u2047-\\u2049\\u2E2E\\u2E3C\\u2E53-\\u2E54\\u3002\\uA4FF\\uA60E-\\uA60F\\uA6F3"
                    + "\\uA6F7\\uA876-\\uA877\\uA8CE-\\uA8CF\\uA92F\\uA9C8-\\uA9C9\\uAA5D-\\uAA5F\\uAAF0-\\uAAF1\\uABEB"
                    + "\\uFE52\\uFE56-\\uFE57\\uFF01\\uFF0E\\uFF1F\\uFF61\\U00010A56-\\U00010A57"
                    + "\\U00010F55-\\U00010F59\\U00010F86-\\U00010F89\\U00011047-\\U00011048\\U000110BE-\\U000110C1"
                    + "\\U00011141-\\U00011143\\U000111C5-\\U000111C6\\U000111CD\\U000111DE-\\U000111DF"
                    + "\\U00011238-\\U00011239\\U0001123B-\\U0001123C\\U000112A9\\U0001144B-\\U0001144C"
                    + "\\U000115C2-\\U000115C3\\U000115C9-\\U000115D7\\U00011641-\\U00011642\\U0001173C-\\U0001173E"
                    + "\\U00011944\\U00011946\\U00011A42-\\U00011A43\\U00011A9B-\\U00011A9C\\U00011C41-\\U00011C42"
                    + "\\U00011EF7-\\U00011EF8\\U00011F43-\\U00011F44\\U00016A6E-\\U00016A6F\\U00016AF5"
                    + "\\U00016B37-\\U00016B38\\U00016B44\\U00016E98\\U0001BC9F\\U0001DA88]")
            .freeze();
    private static final short[] TABLE = new short[BMP];

    /** What Python takes as white space beside category Zs; none is outside the first plane, and no line break is. */
    private static final UnicodeSet SPACE_SET = new UnicodeSet("[\\u0009-\\u000D\\u001C-\\u0020\\u0085\\u2028\\u2029]");

    private static final UnicodeSet LINE_BREAK_SET =
            new UnicodeSet("[\\u000A-\\u000D\\u001C-\\u001E\\u0085\\u2028\\u2029]");

    // By ranges: asked character by character, ICU takes some 40 ms more of every process.
    static {
        RangeValueIterator types = UCharacter.getTypeIterator();
        RangeValueIterator.Element range = new RangeValueIterator.Element();
        while (types.next(range) && range.start < BMP) {
            Arrays.fill(TABLE, range.start, Math.min(BMP, range.limit), (short) category(range.value));
        }
        change(SPACE_SET, ODD, SPACE);
        change(LINE_BREAK_SET, 0, LINE_BREAK);
        change(PUNCTUATION_SET, 0, PUNCTUATION);
        change(TERMINAL_SET, 0, TERMINAL);
    }

    private CharacterClasses() {}

    /** The bits of a code point. */
    public static int of(int codePoint) {
        return codePoint < BMP ? TABLE[codePoint] : supplementary(codePoint);
    }

    /** The bits of a UTF-16 unit taken for itself; a surrogate is {@link #ODD}. */
    public static int of(char unit) {
        return TABLE[unit];
    }

    private static void change(UnicodeSet set, int cleared, int added) {
        for (UnicodeSet.EntryRange range : set.ranges()) {
            for (int c = range.codepoint; c <= range.codepointEnd && c < BMP; c++) {
                TABLE[c] = (short) ((TABLE[c] & ~cleared) | added);
            }
        }
    }

    private static int supplementary(int c) {
        int bits = category(UCharacter.getType(c));
        bits |= PUNCTUATION_SET.contains(c) ? PUNCTUATION : 0;
        return TERMINAL_SET.contains(c) ? bits | TERMINAL : bits;
    }

    private static int category(int type) {
        return switch (type) {
            case UCharacterCategory.UPPERCASE_LETTER, UCharacterCategory.TITLECASE_LETTER -> LETTER | UPPER;
            case UCharacterCategory.LOWERCASE_LETTER -> LETTER | LOWER;
            case UCharacterCategory.MODIFIER_LETTER, UCharacterCategory.OTHER_LETTER -> LETTER;
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK -> MARK;
            case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case UCharacterCategory.SPACE_SEPARATOR -> SPACE;
            case UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR -> 0;
            case UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.CONNECTOR_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION -> PUNCTUATION_MARK;
            default -> ODD;
        };
    }
}
