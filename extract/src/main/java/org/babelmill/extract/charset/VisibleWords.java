package org.babelmill.extract.charset;

import java.util.Arrays;

/**
 * Picks out of a page's bytes the words that hold bytes beyond ASCII, leaving out tags, scripts and styles, whose ASCII
 * would drown them.
 */
final class VisibleWords {

    private static final int MAX_SAMPLE = 1 << 13;

    private final byte[] page;
    private final byte[] sample = new byte[MAX_SAMPLE];
    private int length;

    private VisibleWords(byte[] page) {
        this.page = page;
    }

    /** Up to 8 KiB of words, parted by spaces. */
    static byte[] of(byte[] page) {
        VisibleWords words = new VisibleWords(page);
        words.collect();
        return Arrays.copyOf(words.sample, words.length);
    }

    /** Number of bytes above 0x7F. */
    static int beyondAscii(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }

    private void collect() {
        int at = 0;
        while (at < page.length && length < MAX_SAMPLE - 1) {
            if (page[at] == '<') {
                at = behindTag(at);
            } else if (isWordByte(page[at])) {
                at = word(at);
            } else {
                at++;
            }
        }
    }

    private int word(int from) {
        int at = from;
        boolean beyondAscii = false;
        while (at < page.length && isWordByte(page[at])) {
            beyondAscii |= page[at] < 0;
            at++;
        }
        if (beyondAscii) {
            int count = Math.min(at - from, MAX_SAMPLE - 1 - length);
            System.arraycopy(page, from, sample, length, count);
            length += count;
            sample[length++] = ' ';
        }
        return at;
    }

    /** Bytes from 0x40 on can be the second half of a character. */
    private static boolean isWordByte(byte b) {
        return b < 0 || b >= 0x40 || (b >= '0' && b <= '9');
    }

    private int behindTag(int from) {
        if (matches(from, "<script")) {
            return behind(from, "</script");
        }
        if (matches(from, "<style")) {
            return behind(from, "</style");
        }
        if (matches(from, "<!--")) {
            return behind(from, "-->");
        }
        int at = from + 1;
        if (at < page.length && page[at] != '/' && page[at] != '!' && page[at] < 0x40) {
            return at;
        }
        while (at < page.length && page[at] != '>') {
            at++;
        }
        return at + 1;
    }

    private int behind(int from, String mark) {
        for (int i = from + 1; i + mark.length() <= page.length; i++) {
            if (page[i] == mark.charAt(0) && matches(i, mark)) {
                return i + mark.length();
            }
        }
        return page.length;
    }

    private boolean matches(int from, String text) {
        if (from + text.length() > page.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            byte b = page[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
