package org.babelmill.pipeline.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds sentences by their end marks, in every script: a line end always ends one; the marks of scripts that need no
 * space after them ({@code 。}, danda, Arabic question mark, Tibetan shad …) end one wherever they stand; {@code . ! ?}
 * and their like only before white space or the end of the text. A full stop after a single capital letter (an
 * initial), or before a lower-case letter, ends none. Closing quotes and brackets belong to the sentence they close.
 *
 * <p>Without word lists of abbreviations this is a counting rule, good to a few per cent, not a linguistic analysis.
 * Thai and Lao, which mark no sentence ends, yield lines. Stateless and safe to share.
 */
public final class SentenceSegmenter {

    private static final int SHAD = 0x0F0D;
    private static final int DOUBLE_SHAD = 0x0F0E;

    private static final int STEP = 4;

    /** Units that end a sentence or may begin a pair that does; in most texts one in fifty. */
    private static final byte[] LOOKED_AT =
            UnitRuns.table(unit -> unit == '\n' || isMark(unit) || Character.isHighSurrogate((char) unit));

    /**
     * Appends the sentences in the first {@code length} units of the text: without white space at either end, none empty.
     */
    public void segment(char[] text, int length, Spans into) {
        int start = 0;
        int at = lookedAt(text, 0, length);
        while (at < length) {
            int after = at + 1;
            if (text[at] == '\n') {
                add(text, start, at, into);
                start = after;
            } else if (isEnd(text, at, length)) {
                after = afterMarks(text, at, length);
                if (ends(text, start, at, after, length)) {
                    add(text, start, after, into);
                    start = after;
                }
            }
            at = lookedAt(text, after, length);
        }
        add(text, start, length, into);
    }

    /** The first place from {@code from} on that is looked at, or the length. Four units are passed over with one jump. */
    private static int lookedAt(char[] text, int from, int length) {
        int at = from;
        while (at + STEP <= length
                && (LOOKED_AT[text[at]] | LOOKED_AT[text[at + 1]] | LOOKED_AT[text[at + 2]] | LOOKED_AT[text[at + 3]])
                        == 0) {
            at += STEP;
        }
        while (at < length && LOOKED_AT[text[at]] == 0) {
            at++;
        }
        return at;
    }

    /** The sentences as strings; for tests and small inputs. */
    public List<String> sentences(String text) {
        Spans spans = new Spans();
        segment(text.toCharArray(), text.length(), spans);
        List<String> sentences = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            sentences.add(text.substring(spans.start(i), spans.end(i)));
        }
        return sentences;
    }

    private static boolean isEnd(char[] text, int at, int length) {
        int c = text[at];
        if (Character.isHighSurrogate(text[at]) && at + 1 < length && Character.isLowSurrogate(text[at + 1])) {
            c = Character.toCodePoint(text[at], text[at + 1]);
        }
        return isMark(c);
    }

    private static boolean isMark(int c) {
        return (CharacterClasses.of(c) & CharacterClasses.TERMINAL) != 0 || c == SHAD || c == DOUBLE_SHAD;
    }

    private static int afterMarks(char[] text, int from, int length) {
        int at = from;
        while (at < length && isEnd(text, at, length)) {
            at += Character.isHighSurrogate(text[at]) ? 2 : 1;
        }
        while (at < length && closes(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean closes(char c) {
        if (c == '"' || c == '\'') {
            return true;
        }
        int type = UCharacter.getType(c);
        return type == UCharacterCategory.END_PUNCTUATION
                || type == UCharacterCategory.FINAL_PUNCTUATION
                || type == UCharacterCategory.INITIAL_PUNCTUATION;
    }

    private static boolean ends(char[] text, int start, int mark, int after, int length) {
        if (!needsSpace(text[mark])) {
            return true;
        }
        if (after < length && !isSpace(text[after])) {
            return false;
        }
        return text[mark] != '.' || (!isInitial(text, start, mark) && !continues(text, after, length));
    }

    /** Marks that also stand inside words and numbers. */
    private static boolean needsSpace(char mark) {
        return mark < 0x80;
    }

    private static boolean isInitial(char[] text, int start, int mark) {
        return mark > start
                && (CharacterClasses.of(text[mark - 1]) & CharacterClasses.UPPER) != 0
                && (mark - 1 == start || isSpace(text[mark - 2]) || text[mark - 2] == '.');
    }

    private static boolean continues(char[] text, int after, int length) {
        int at = after;
        while (at < length && isSpace(text[at]) && text[at] != '\n') {
            at++;
        }
        return at < length && (CharacterClasses.of(text[at]) & CharacterClasses.LOWER) != 0;
    }

    private static void add(char[] text, int from, int to, Spans into) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text[start])) {
            start++;
        }
        while (end > start && isSpace(text[end - 1])) {
            end--;
        }
        if (start < end) {
            into.add(start, end);
        }
    }

    private static boolean isSpace(char c) {
        return (CharacterClasses.of(c) & CharacterClasses.SPACE) != 0;
    }
}
