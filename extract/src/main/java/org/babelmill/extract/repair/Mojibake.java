package org.babelmill.extract.repair;

import com.ibm.icu.lang.UScript;
import org.babelmill.pipeline.text.Scripts;

/**
 * Undoes one reading of UTF-8 as windows-1252 (or ISO-8859-1, which differs in the C1 range only), sequence by sequence.
 *
 * <p>A sequence of characters that stands for the bytes of one UTF-8 character is decoded when
 *
 * <ul>
 *   <li>it begins with {@code Â}, {@code Ã}, {@code â€}, {@code â‚}, {@code â„} or {@code ðŸ}, which no language puts before such characters;
 *   <li>or the sequence beside it decodes to a letter of the same script, as in Cyrillic or Chinese, where every letter
 *       is such a sequence;
 *   <li>or it begins with {@code Ä} or {@code Å} (Central European and Turkish letters) and a lower-case letter stands
 *       beside it: no word has a capital there.
 * </ul>
 */
final class Mojibake {

    private static final char FIRST_LEAD = 0xC2;
    private static final char LAST_LEAD = 0xF4;

    /** Characters of windows-1252 for the bytes 0x80 to 0x9F; 0 where a byte means nothing. */
    private static final char[] C1 = {
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178
    };

    private Mojibake() {}

    /** Whether the text holds anything that may be damage of this kind. */
    static boolean isSuspicious(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < 0xA0 || (c >= FIRST_LEAD && c <= LAST_LEAD && follows(text, i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(String text, int index) {
        int value = index < text.length() ? byteOf(text.charAt(index)) : -1;
        return value >= 0x80 && value < 0xC0;
    }

    static Repaired repair(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int places = 0;
        int lastScript = -1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int length = length(text, at);
            if (length > 0 && isDamage(text, at, length, lastScript)) {
                int codePoint = decode(text, at, length);
                out.appendCodePoint(codePoint);
                lastScript = script(codePoint);
                at += length;
                places++;
                continue;
            }
            lastScript = -1;
            char mended = c >= 0x80 && c < 0xA0 && C1[c - 0x80] != 0 ? C1[c - 0x80] : c;
            places += mended == c ? 0 : 1;
            out.append(mended);
            at++;
        }
        return places == 0 ? new Repaired(text, 0) : new Repaired(out.toString(), places);
    }

    /** Number of characters of the sequence that begins here, 0 when none does. */
    private static int length(String text, int at) {
        int lead = at < text.length() ? byteOf(text.charAt(at)) : -1;
        if (lead < FIRST_LEAD || lead > LAST_LEAD) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (!follows(text, at + i)) {
                return 0;
            }
        }
        int codePoint = decode(text, at, length);
        boolean shortest = codePoint >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
        boolean surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
        return shortest && !surrogate && codePoint <= Character.MAX_CODE_POINT ? length : 0;
    }

    private static int decode(String text, int at, int length) {
        int codePoint = byteOf(text.charAt(at)) & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            codePoint = (codePoint << 6) | (byteOf(text.charAt(at + i)) & 0x3F);
        }
        return codePoint;
    }

    private static boolean isDamage(String text, int at, int length, int lastScript) {
        int lead = byteOf(text.charAt(at));
        int second = byteOf(text.charAt(at + 1));
        int codePoint = decode(text, at, length);
        if (!Character.isDefined(codePoint) || Character.isISOControl(codePoint)) {
            return false;
        }
        if (lead == 0xC2 || lead == 0xC3 || (lead == 0xF0 && second == 0x9F)) {
            return true;
        }
        if (lead == 0xE2 && (second == 0x80 || second == 0x82 || second == 0x84)) {
            return true;
        }
        int script = script(codePoint);
        boolean beside = isLetterOrSign(codePoint) && script > UScript.INHERITED;
        if (beside && (script == lastScript || script == nextScript(text, at + length))) {
            return true;
        }
        return (lead == 0xC4 || lead == 0xC5) && insideWord(text, at, length);
    }

    /** A letter, or a sign that belongs to one, as the vowels of Devanagari do. */
    private static boolean isLetterOrSign(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetter(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static int nextScript(String text, int at) {
        int length = length(text, at);
        return length == 0 ? -2 : script(decode(text, at, length));
    }

    private static boolean insideWord(String text, int at, int length) {
        boolean before = at > 0 && Character.isLowerCase(text.charAt(at - 1));
        boolean after = at + length < text.length() && Character.isLowerCase(text.charAt(at + length));
        return before || after;
    }

    private static int script(int codePoint) {
        return Scripts.of(codePoint);
    }

    /** The byte that windows-1252 reads as this character, C1 controls standing for themselves; -1 for none. */
    private static int byteOf(char c) {
        if (c < 0x100) {
            return c;
        }
        for (int i = 0; i < C1.length; i++) {
            if (C1[i] == c) {
                return 0x80 + i;
            }
        }
        return -1;
    }
}
