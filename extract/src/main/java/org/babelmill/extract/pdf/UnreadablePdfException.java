package org.babelmill.extract.pdf;

/** A PDF that cannot be read; the rule says why: {@code encrypted-pdf}, {@code broken-pdf} or {@code pdf-too-deep}. */
public final class UnreadablePdfException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;

    UnreadablePdfException(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** Name of the rule for the ledger. */
    public String rule() {
        return rule;
    }
}
