package org.babelmill.dedup.text;

import static org.babelmill.dedup.text.SimplificationTable.kind;
import static org.babelmill.dedup.text.SimplificationTable.length;
import static org.babelmill.dedup.text.SimplificationTable.packed;

/**
 * Takes from a text what near-duplicates may differ in, and cuts the rest into tokens, in one pass without allocation.
 *
 * <p>The simplification is datatrove's {@code simplify_text} with its defaults: lower case; a number (decimal digits of
 * any script, once with a fraction behind {@code . , ، ٫} or U+2396 to U+2398) becomes {@code 0}; punctuation and
 * controls become spaces; canonical decomposition without non-spacing marks. Tokens are what stands between white space,
 * where each character of a script that is written without spaces ({@link
 * org.babelmill.pipeline.text.Scripts#isUnspaced}) is a token of its own.
 *
 * <p>One difference is left on purpose: the two dozen <em>spacing</em> marks with a combining class (musical signs, a
 * few Indic viramas, Hangul tone marks) are not put in canonical order when several follow one another. Half a surrogate
 * pair becomes U+FFFD.
 *
 * <p>Belongs to one thread; reuse it for many texts.
 */
public final class TextSimplifier {

    /** Characters for which room is made at once. */
    private static final int CHUNK = 4096;

    private static final long ZERO = '0';
    private static final long SIGMA = utf8(0xCF, 0x83);
    private static final long FINAL_SIGMA = utf8(0xCF, 0x82);
    private static final long REPLACEMENT = utf8(0xEF, 0xBF) | (0xBDL << 16);

    private final SimplificationTable table = SimplificationTable.INSTANCE;
    private final TokenBuffer tokens = new TokenBuffer();
    private char[] chars = new char[1 << 14];
    private int end;

    /** A simplifier with its own scratch space. */
    public TextSimplifier() {}

    /** The tokens of a text, in a buffer that the next call overwrites. */
    public TokenBuffer simplify(String text) {
        load(text);
        tokens.clear();
        int at = 0;
        while (at < end) {
            at = simplify(at, Math.min(end, at + CHUNK));
        }
        tokens.finish();
        return tokens;
    }

    /** Simplifies a stretch; answers where it stopped, which may be behind {@code to} when a number ended there. */
    private int simplify(int from, int to) {
        tokens.reserve(CHUNK);
        int at = from;
        while (at < to) {
            at = tokens.run(table, chars, at, to);
            if (at < to) {
                at = special(at, table.of(chars[at])) + 1;
            }
        }
        return at;
    }

    private void load(String text) {
        end = text.length();
        if (end > chars.length || chars.length > 1 << 22) {
            chars = new char[Math.max(end, 1 << 14)];
        }
        text.getChars(0, end, chars, 0);
    }

    /** What is neither plain nor space; answers the position of the last character it took. */
    private int special(int at, long entry) {
        switch (kind(entry)) {
            case SimplificationTable.ALONE -> tokens.appendAlone(packed(entry), length(entry));
            case SimplificationTable.LONG -> tokens.append(table, entry);
            case SimplificationTable.SIGMA -> tokens.append(isFinal(at) ? FINAL_SIGMA : SIGMA, 2);
            case SimplificationTable.DIGIT -> {
                tokens.append(ZERO, 1);
                return number(at) - 1;
            }
            case SimplificationTable.SURROGATE -> {
                return supplementary(at);
            }
            default -> {
                // A non-spacing mark leaves nothing, and the token goes on behind it.
            }
        }
        return at;
    }

    private int supplementary(int at) {
        int codePoint = Character.codePointAt(chars, at, end);
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            tokens.append(REPLACEMENT, 3);
            return at;
        }
        long entry = table.of(codePoint);
        switch (kind(entry)) {
            case SimplificationTable.PLAIN -> tokens.append(packed(entry), length(entry));
            case SimplificationTable.SPACE -> tokens.close();
            default -> {
                return Math.max(special(at, entry), at + 1);
            }
        }
        return at + 1;
    }

    /** The end of the number that begins here. */
    private int number(int at) {
        int behind = digits(at);
        if (behind < end && isDecimalSeparator(chars[behind])) {
            int fraction = digits(behind + 1);
            return fraction > behind + 1 ? fraction : behind;
        }
        return behind;
    }

    /** The end of the stretch of digits that begins here; the same place when there is none. */
    private int digits(int from) {
        int at = from;
        while (at < end) {
            int codePoint = Character.codePointAt(chars, at, end);
            if (kind(table.of(codePoint)) != SimplificationTable.DIGIT) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static boolean isDecimalSeparator(char c) {
        return c == '.' || c == ',' || c == '\u060C' || c == '\u066B' || (c >= '\u2396' && c <= '\u2398');
    }

    /**
     * Unicode's Final_Sigma: a cased letter before and none behind, case-ignorable characters not counted. Both searches
     * stop at the next sigma at the latest, so that all of them together stay linear in the text.
     */
    private boolean isFinal(int at) {
        return isCasedBefore(at) && !isCasedBehind(at + 1);
    }

    private boolean isCasedBefore(int at) {
        int position = at;
        while (position > 0) {
            int codePoint = Character.codePointBefore(chars, position, 0);
            if (!Casing.isIgnorable(codePoint)) {
                return Casing.isCased(codePoint);
            }
            position -= Character.charCount(codePoint);
        }
        return false;
    }

    private boolean isCasedBehind(int at) {
        int position = at;
        while (position < end) {
            int codePoint = Character.codePointAt(chars, position, end);
            if (!Casing.isIgnorable(codePoint)) {
                return Casing.isCased(codePoint);
            }
            position += Character.charCount(codePoint);
        }
        return false;
    }

    private static long utf8(int first, int second) {
        return first | ((long) second << 8);
    }
}
