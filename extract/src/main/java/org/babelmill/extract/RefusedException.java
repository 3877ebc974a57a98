package org.babelmill.extract;

import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;

/** A record cannot become a document. Stays inside this package: it becomes a ledger entry. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    RefusedException(Reason reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    /** Refused by content. */
    RefusedException(EarlierRule rule, String value, Comparison comparison, String threshold) {
        this(rule.reason(value, comparison, threshold));
    }

    Reason reason() {
        return reason;
    }
}
