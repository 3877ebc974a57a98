package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

/**
 * Preformatted text: white space counts.
 *
 * @param kind whether it is program code
 * @param language name of the programming language as the page gives it, empty when it does not
 */
public record Code(Kind kind, String language, String text) implements Block {

    /** What preformatted text holds. */
    public enum Kind {
        /** Program code, marked as such. */
        CODE(0),
        /** Anything else: verse, drawings, listings. */
        PREFORMATTED(1);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number in the stored form. */
        int code() {
            return code;
        }
    }

    public Code {
        requireNonNull(kind, "kind");
        requireNonNull(language, "language");
        requireNonNull(text, "text");
    }
}
