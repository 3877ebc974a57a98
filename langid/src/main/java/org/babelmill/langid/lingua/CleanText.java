package org.babelmill.langid.lingua;

import java.util.Arrays;
import java.util.Locale;

/**
 * Text as Lingua looks at it: lower case, without punctuation and numbers, runs of ASCII white space as one space, no
 * white space at the ends; and its words. One thread at a time; made to be reused.
 */
final class CleanText {

    private static final byte KEPT = 0;
    private static final byte DROPPED = 1;
    private static final byte SPACE = 2;
    private static final byte[] KINDS = new byte[1 << Character.SIZE];
    private static final boolean[] LETTERS = new boolean[1 << Character.SIZE];

    private final LinguaRules rules;
    private char[] chars = new char[1024];
    private int length;
    private int[] wordStarts = new int[256];
    private int[] wordEnds = new int[256];
    private int words;

    static {
        for (int c = 0; c < KINDS.length; c++) {
            KINDS[c] = kind(c);
            LETTERS[c] = !Character.isSurrogate((char) c) && Character.isLetter(c);
        }
    }

    CleanText(LinguaRules rules) {
        this.rules = rules;
    }

    /** Reads the chars from {@code from} to {@code to} (exclusive). */
    void set(char[] text, int from, int to) {
        String lower = new String(text, from, to - from).strip().toLowerCase(Locale.ROOT);
        if (chars.length < lower.length()) {
            chars = new char[Math.max(lower.length(), chars.length * 2)];
        }
        length = 0;
        boolean space = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            byte kind = KINDS[c];
            if (kind == KEPT) {
                chars[length++] = c;
            } else if (kind == SPACE && !space) {
                chars[length++] = ' ';
            }
            space = kind == SPACE || (kind == DROPPED && space);
        }
        split();
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    int words() {
        return words;
    }

    int wordStart(int word) {
        return wordStarts[word];
    }

    int wordEnd(int word) {
        return wordEnds[word];
    }

    /** Whether there is any letter. */
    boolean hasLetters() {
        for (int i = 0; i < length; i++) {
            if (LETTERS[chars[i]]) {
                return true;
            }
        }
        return false;
    }

    static boolean isLetter(char c) {
        return LETTERS[c];
    }

    private void split() {
        words = 0;
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (chars[i] == ' ') {
                word(start, i);
                start = i + 1;
            } else if (rules.isLogogram(chars[i])) {
                word(start, i);
                word(i, i + 1);
                start = i + 1;
            }
        }
        word(start, length);
    }

    private void word(int start, int end) {
        if (start == end) {
            return;
        }
        if (words == wordStarts.length) {
            wordStarts = Arrays.copyOf(wordStarts, words * 2);
            wordEnds = Arrays.copyOf(wordEnds, words * 2);
        }
        wordStarts[words] = start;
        wordEnds[words++] = end;
    }

    private static byte kind(int c) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            return SPACE;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> DROPPED;
            default -> KEPT;
        };
    }
}
