package org.babelmill.extract.page;

import com.ibm.icu.text.Normalizer2;
import org.babelmill.extract.text.CharClass;

/**
 * Takes text in pieces, as text nodes come, and writes it into the outline: white space collapsed, invisible characters
 * dropped, NFC, with counts. Not thread-safe.
 */
final class BlockText {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final char FIRST_COMPOSABLE = 0x300;
    private static final int MAX_BREAKS = 2;
    private static final int MIN_KEPT = 1 << 10;
    private static final int MAX_KEPT = 1 << 16;

    private final PageOutline outline;
    private final BlockCounts counts = new BlockCounts();

    private char[] scratch = new char[MIN_KEPT];
    private int start;
    private boolean any;
    private boolean pendingSpace;
    private int pendingBreaks;
    private boolean inWord;
    private boolean pendingStop;

    BlockText(PageOutline outline) {
        this.outline = outline;
    }

    /** Begins a page. */
    void restart() {
        begin();
    }

    private void begin() {
        start = outline.textLength();
        any = false;
        pendingSpace = false;
        pendingBreaks = 0;
        inWord = false;
        pendingStop = false;
        counts.reset();
    }

    /** Ends the block and hands it to the outline when it holds anything that is shown. */
    void end(int owner) {
        if (any) {
            if (pendingStop) {
                counts.stops++;
            }
            outline.addBlock(owner, start, counts);
        } else {
            outline.textLength(start);
        }
        begin();
    }

    /** A line break inside the block; whether it is one of several and the block should end. */
    boolean lineBreak() {
        pendingBreaks++;
        inWord = false;
        return any && pendingBreaks >= MAX_BREAKS;
    }

    /** Whether anything that is shown has come since the block began. */
    boolean any() {
        return any;
    }

    /** A link begins in this block or goes on into it. */
    void link() {
        counts.links++;
    }

    /** A place between two words that are not parted by white space. */
    void space() {
        pendingSpace = true;
    }

    /** Position in the outline's text of what comes next. */
    int position() {
        return outline.textLength();
    }

    /** Adds text whose white space does not count. */
    void add(String text, InlineState state) {
        String composed = compose(text);
        int end = composed.length();
        char[] source = characters(composed);
        char[] target = outline.reserve(end + 2);
        int length = outline.textLength();
        boolean shown = false;
        for (int i = 0; i < end; i++) {
            char c = source[i];
            byte type = CharClass.of(c);
            if (type == CharClass.SPACE) {
                pendingSpace = true;
                endWord();
                continue;
            }
            if (type >= CharClass.DROPPED && type <= CharClass.SURROGATE) {
                c = unusual(composed, i, type, length == start ? 0 : target[length - 1]);
                if (c == 0) {
                    continue;
                }
            }
            if (pendingSpace || pendingBreaks > 0) {
                length = separate(target, length);
            }
            count(type, c, state);
            target[length++] = c;
            shown = true;
        }
        finish(length, shown, state);
    }

    /** The characters of a text, and further ones behind them; valid until the next. */
    private char[] characters(String text) {
        if (scratch.length < text.length() || scratch.length > MAX_KEPT) {
            scratch = new char[Math.max(MIN_KEPT, text.length() > MAX_KEPT / 2 ? text.length() : text.length() * 2)];
        }
        text.getChars(0, text.length(), scratch, 0);
        return scratch;
    }

    /** Adds text whose white space counts. */
    void addVerbatim(String text, InlineState state) {
        char[] target = outline.reserve(text.length() + 2 + pendingBreaks);
        int length = outline.textLength();
        boolean shown = false;
        for (; pendingBreaks > 0; pendingBreaks--) {
            target[length++] = '\n';
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte type = CharClass.of(c);
            if (type == CharClass.SURROGATE) {
                c = surrogate(text, i, c);
            } else if (type == CharClass.DROPPED || c == '\r') {
                continue;
            }
            count(type, c, state);
            shown |= type != CharClass.SPACE;
            target[length++] = c;
        }
        finish(length, shown, state);
    }

    private void finish(int length, boolean shown, InlineState state) {
        outline.textLength(length);
        if (shown) {
            any = true;
            counts.inlineCategories &= state.categories;
            counts.inlineTags &= state.tags;
        }
    }

    private int separate(char[] target, int from) {
        int length = from;
        if (length > start) {
            target[length++] = pendingBreaks > 0 ? '\n' : ' ';
        }
        pendingSpace = false;
        pendingBreaks = 0;
        return length;
    }

    private void endWord() {
        inWord = false;
        if (pendingStop) {
            counts.stops++;
            pendingStop = false;
        }
    }

    private void count(byte type, char c, InlineState state) {
        switch (type) {
            case CharClass.WORD, CharClass.DIGIT -> {
                pendingStop = false;
                if (!inWord) {
                    inWord = true;
                    word(state);
                    counts.digitWords += type == CharClass.DIGIT ? 1 : 0;
                }
            }
            case CharClass.LONE, CharClass.SURROGATE -> {
                if (type == CharClass.LONE || Character.isHighSurrogate(c)) {
                    endWord();
                    word(state);
                }
            }
            case CharClass.STOP -> {
                inWord = false;
                pendingStop = true;
            }
            case CharClass.COMMA -> {
                endWord();
                counts.commas++;
            }
            default -> endWord();
        }
    }

    private void word(InlineState state) {
        counts.words++;
        if (state.linkDepth > 0) {
            counts.linkWords++;
        }
    }

    /** What stands for a character that is not simply kept; 0 for nothing. */
    private static char unusual(String text, int index, byte type, char before) {
        char c = text.charAt(index);
        if (type == CharClass.SURROGATE) {
            return surrogate(text, index, c);
        }
        boolean partsWords = type == CharClass.ZERO_WIDTH_SPACE && before != 0 && isSoutheastAsian(before);
        return partsWords ? c : 0;
    }

    private static boolean isSoutheastAsian(char c) {
        return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
    }

    private static char surrogate(String text, int index, char c) {
        boolean paired = Character.isHighSurrogate(c)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        return paired ? c : '\uFFFD';
    }

    private static String compose(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMPOSABLE) {
                return NFC.isNormalized(text) ? text : NFC.normalize(text);
            }
        }
        return text;
    }
}
