package org.babelmill.extract.pdf;

import org.babelmill.pipeline.decision.EarlierRule;

/** A PDF that cannot be read; the rule says why. */
public final class UnreadablePdfException extends Exception {

    private static final long serialVersionUID = 1L;

    private final EarlierRule rule;

    UnreadablePdfException(EarlierRule rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** The rule for the ledger. */
    public EarlierRule rule() {
        return rule;
    }
}
