package org.babelmill.extract.charset;

import java.nio.charset.Charset;

/**
 * Tells the two Greek charsets apart, which detectors confuse: they differ in a few bytes only, of which one is a letter,
 * the capital alpha with an accent. Layouts from the mapping tables of the Unicode Consortium.
 */
final class GreekCharsets {

    private static final Charset WINDOWS = Charset.forName("windows-1253");
    private static final Charset ISO = Charset.forName("ISO-8859-7");

    /** The accented capital alpha. */
    private static final int ALPHA_IN_WINDOWS = 0xA2;

    private static final int ALPHA_IN_ISO = 0xB6;

    /** A single quotation mark; in windows-1253 an accent without a letter. */
    private static final int OPENING_IN_ISO = 0xA1;

    private static final int CLOSING_IN_ISO = ALPHA_IN_WINDOWS;

    /** From here on both have letters; below, only in places of their own. */
    private static final int LETTERS = 0xB8;

    private GreekCharsets() {}

    static boolean isGreek(Charset charset) {
        return charset.equals(WINDOWS) || charset.equals(ISO);
    }

    /**
     * The likelier of the two for a Greek page. Punctuation of windows-1253 lies where the other has control characters. A
     * capital alpha begins a word; where windows-1253 has it the other has a closing quotation mark, which ends one, and
     * before it the opening one. Without a sign, windows-1253, which browsers take for Greek.
     *
     * @param page all of it: quotation marks are few
     */
    static Charset of(byte[] page) {
        int iso = 0;
        int windows = 0;
        int before = ' ';
        for (int i = 0; i < page.length; i++) {
            int b = page[i] & 0xff;
            int next = i + 1 < page.length ? page[i + 1] & 0xff : ' ';
            boolean begins = before < LETTERS && next >= LETTERS;
            boolean ends = before >= LETTERS && next < LETTERS;
            windows += b >= 0x80 && b < 0xA0 || b == ALPHA_IN_WINDOWS && begins ? 1 : 0;
            iso += b == ALPHA_IN_ISO && begins || b == OPENING_IN_ISO || b == CLOSING_IN_ISO && ends ? 1 : 0;
            before = b;
        }
        return iso > windows ? ISO : WINDOWS;
    }
}
