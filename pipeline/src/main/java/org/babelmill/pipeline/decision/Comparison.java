package org.babelmill.pipeline.decision;

/** How a value failed its threshold; read "value, symbol, threshold". */
public enum Comparison {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">="),
    EQUALS("="),
    NOT_EQUALS("!="),
    NOT_IN("not in"),
    MATCHES("matches");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** The sign written in tables and reports. */
    public String symbol() {
        return symbol;
    }
}
