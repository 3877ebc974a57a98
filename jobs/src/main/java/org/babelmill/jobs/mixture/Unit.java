package org.babelmill.jobs.mixture;

import java.util.Locale;

/** What sizes and budgets count. Bytes favour scripts of three bytes a character; UniMax counts characters. */
public enum Unit {
    /** UTF-8 bytes. */
    BYTES("n_bytes"),
    /** Unicode characters. */
    CHARS("n_chars"),
    /** Words, as the script divides them. */
    WORDS("n_words"),
    /** Tokens: as counted, or bytes times the tokens a byte that the recipe gives for each language. */
    TOKENS("n_tokens");

    private final String column;

    Unit(String column) {
        this.column = column;
    }

    /** The published column it is read from. */
    public String column() {
        return column;
    }

    /** The name in recipes and plans. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
