package org.babelmill.quality.score;

/** The figures of a document score, in HPLT's order. */
public enum ScorePart {
    TOTAL,
    LANGUAGE,
    URL,
    PUNCTUATION,
    SINGULAR,
    NUMBERS,
    REPEATED,
    LONG,
    GREAT,
    INFORMATIVENESS,
    SHORT_LINES;

    /** The place of the part in an array of all. */
    @SuppressWarnings("EnumOrdinal") // the one place where the order of the constants becomes a number
    public int index() {
        return ordinal();
    }
}
