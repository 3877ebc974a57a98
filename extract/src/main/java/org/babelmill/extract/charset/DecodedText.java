package org.babelmill.extract.charset;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Text with how it was read.
 *
 * @param characters the text without byte order mark; of {@link PageDecoder} valid until its next page, since of large
 *     pages a copy costs time: not to be kept, nor compared, which {@link #text} is for
 * @param charset name of the charset, such as {@code windows-1251}, lower case
 * @param evidence what decided for the charset
 * @param replaced number of U+FFFD in the text: bytes that mean nothing in the charset, and those it came with
 */
public record DecodedText(CharSequence characters, String charset, Evidence evidence, int replaced) {

    /** What decided for a charset. */
    public enum Evidence {
        /** A byte order mark. */
        BYTE_ORDER_MARK,
        /** All bytes are ASCII. */
        ASCII,
        /** The bytes are UTF-8, with at least one character beyond ASCII. */
        VALID_UTF8,
        /** Nearly all bytes are UTF-8; a few are damaged. */
        MOSTLY_UTF8,
        /** The charset parameter of the transport header. */
        TRANSPORT,
        /** A {@code meta} element or XML declaration. */
        DECLARATION,
        /** Statistics over words. */
        STATISTICS,
        /** Nothing else decided. */
        FALLBACK;

        /** The name used in tables: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public DecodedText {
        requireNonNull(characters, "characters");
        requireNonNull(charset, "charset");
        requireNonNull(evidence, "evidence");
    }

    /** A copy of the text, for keeps. */
    public String text() {
        return characters.toString();
    }
}
