package org.babelmill.jobs.survey;

import java.io.Serializable;

/** What one rule did to one language. Not thread-safe. */
public final class RuleTally implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SAMPLES = 2;

    private final Picks removed = new Picks(SAMPLES);
    private final Picks near = new Picks(1);
    private long failed;
    private long alone;

    void fail(boolean only) {
        failed++;
        alone += only ? 1 : 0;
    }

    RuleTally plus(RuleTally other) {
        removed.plus(other.removed);
        near.plus(other.near);
        failed += other.failed;
        alone += other.alone;
        return this;
    }

    /** Documents that failed the rule. */
    public long failed() {
        return failed;
    }

    /** Documents that failed no other rule. */
    public long alone() {
        return alone;
    }

    /** Some that failed. */
    public Picks removed() {
        return removed;
    }

    /** The kept document closest to the threshold. */
    public Picks near() {
        return near;
    }
}
