package org.babelmill.extract;

import java.util.Locale;

/** How much of the full work was done on a page to stay within the limits. */
public enum Degradation {
    /** Everything. */
    FULL,
    /** A limit on bytes, blocks or text cut the page; what was left had the full work. */
    LIGHT,
    /** The page has too many nodes for a tree: its tags were cut out in one pass and every line of text kept. */
    BASELINE,
    /** Nothing had to be extracted: the input was text. */
    NONE;

    /** The name used in tables: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
