package org.babelmill.quality.score;

/** For each line of a text, parted at line feeds, whether it is in the text's language. Immutable. */
public final class LineMatches {

    private final boolean[] matches;

    private LineMatches(boolean[] matches) {
        this.matches = matches;
    }

    /** Matches of lines in their order; the array is copied. */
    public static LineMatches of(boolean[] matches) {
        return new LineMatches(matches.clone());
    }

    /** How many lines were judged. */
    public int size() {
        return matches.length;
    }

    /** Whether a line is in the language. */
    public boolean get(int line) {
        return matches[line];
    }
}
