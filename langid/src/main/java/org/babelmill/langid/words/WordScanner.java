package org.babelmill.langid.words;

import com.ibm.icu.text.Normalizer2;

/**
 * Reads words out of text: runs of letters and marks in lower case, each ideograph a word of its own. Web and e-mail
 * addresses are skipped, and so is what people do not read as words: letters that touch digits, and runs whose case
 * jumps about (keys, hashes, encoded bytes).
 *
 * <p>The current word stands in {@link #buffer()} from 1 to {@link #length()}, with a space before and after it. One
 * thread at a time; made to be reused, so that scanning allocates nothing.
 */
public final class WordScanner {

    /** Longer runs are cut into words of this many chars. */
    public static final int MAX_LENGTH = 40;

    private static final Normalizer2 COMPOSER = Normalizer2.getNFCInstance();

    private final char[] word = new char[MAX_LENGTH + 4];
    private char[] text = new char[0];
    private int at;
    private int end;
    private int length;
    private int start;
    private int humps;
    private boolean lowerBefore;
    private boolean afterDigit;
    private int skipped;

    /** Starts on the chars from {@code from} to {@code to} (exclusive). The array is read, never changed. */
    public void reset(char[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
        this.length = 0;
        this.afterDigit = false;
        this.skipped = 0;
        word[0] = ' ';
    }

    /** Moves to the next word; false at the end of the text. */
    public boolean next() {
        beginWord();
        while (at < end) {
            char c = text[at];
            switch (Letters.kind(c)) {
                case Letters.LETTER -> {
                    append(c);
                    if (length >= MAX_LENGTH) {
                        return finish();
                    }
                }
                case Letters.COMPOSING -> compose(c);
                case Letters.IGNORED -> at++;
                case Letters.IDEOGRAPH -> {
                    if (length > 0) {
                        if (accept(c)) {
                            return finish();
                        }
                        beginWord();
                    }
                    append(c);
                    afterDigit = false;
                    return finish();
                }
                case Letters.SURROGATE -> {
                    if (supplementary()) {
                        return finish();
                    }
                }
                default -> {
                    if (separator(c)) {
                        return finish();
                    }
                }
            }
        }
        return length > 0 && accept(' ') && finish();
    }

    /** The chars of the current word, with a space at 0 and after the last. Valid until the next call of {@code next}. */
    public char[] buffer() {
        return word;
    }

    /** Chars of the current word. */
    public int length() {
        return length;
    }

    /** Where in the text the current word begins. */
    public int start() {
        return start;
    }

    /** Chars that were not read yet; no more than so many can be passed over from now on. */
    public int left() {
        return end - at;
    }

    /** Letters and digits passed over so far because they were parts of codes and addresses. */
    public int skipped() {
        return skipped;
    }

    private void beginWord() {
        length = 0;
        humps = 0;
        lowerBefore = false;
        start = at;
    }

    private boolean finish() {
        word[length + 1] = ' ';
        return true;
    }

    private void append(char c) {
        if (length == 0) {
            start = at;
        }
        char lower = Letters.lower(c);
        if (lower != c && lowerBefore) {
            humps++;
        }
        lowerBefore = lower == c;
        word[++length] = lower;
        at++;
    }

    private void compose(char mark) {
        if (length > 0) {
            int composed = COMPOSER.composePair(word[length], mark);
            if (composed >= 0 && composed < 0x10000) {
                word[length] = (char) composed;
                at++;
                return;
            }
            append(mark);
            return;
        }
        at++;
    }

    /** Takes a character of two chars; true when it completed a word before it or is a word itself. */
    private boolean supplementary() {
        int c = Character.codePointAt(text, at, end);
        byte kind = c < 0x10000 ? Letters.SEPARATOR : Letters.kindOf(c);
        if (kind == Letters.LETTER && length + 2 <= MAX_LENGTH) {
            appendPair(c);
            return false;
        }
        if (length > 0) {
            boolean word = accept(' ');
            if (!word) {
                beginWord();
            }
            if (word || kind == Letters.LETTER) {
                return word;
            }
        }
        if (kind == Letters.IDEOGRAPH) {
            appendPair(c);
            return true;
        }
        at += c < 0x10000 ? 1 : 2;
        return false;
    }

    private void appendPair(int c) {
        if (length == 0) {
            start = at;
        }
        length += Character.toChars(Character.toLowerCase(c), word, length + 1);
        at += 2;
    }

    /** Passes a separator or digit; true when it completed a word. */
    private boolean separator(char c) {
        boolean digit = Letters.kind(c) == Letters.DIGIT;
        if (length == 0) {
            afterDigit = digit;
            at++;
            return false;
        }
        boolean address = beginsAddress(c);
        boolean word = !address && accept(c);
        if (address) {
            skipToSpace();
        } else {
            at++;
        }
        afterDigit = digit;
        if (!word) {
            beginWord();
        }
        return word;
    }

    /** Whether the run just read is a word, given the char after it. */
    private boolean accept(char after) {
        boolean word = !afterDigit && humps < 2 && Letters.kind(after) != Letters.DIGIT;
        if (!word) {
            skipped += length;
        }
        afterDigit = false;
        return word;
    }

    private boolean beginsAddress(char separator) {
        return switch (separator) {
            case '@' -> true;
            case ':' -> at + 2 < end && text[at + 1] == '/' && text[at + 2] == '/';
            case '.' -> length == 3 && word[1] == 'w' && word[2] == 'w' && word[3] == 'w';
            default -> false;
        };
    }

    private void skipToSpace() {
        skipped += length;
        while (at < end && !isSpace(text[at])) {
            if (Letters.kind(text[at]) != Letters.SEPARATOR) {
                skipped++;
            }
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
    }
}
