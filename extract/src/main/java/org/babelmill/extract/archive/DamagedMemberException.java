package org.babelmill.extract.archive;

import java.io.IOException;
import org.babelmill.pipeline.decision.Reason;

/** A gzip member cannot be read on. Stays inside this package: it becomes a ledger entry. */
final class DamagedMemberException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    DamagedMemberException(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
