package org.babelmill.jobs.input;

import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waiting before requests. What is read does not depend on it. */
interface Pauses {

    /** Of the clock on the wall. */
    Pauses REAL = nanos -> {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("stopped while waiting").initCause(e);
        }
    };

    /** Lets time pass. */
    void pass(long nanos) throws InterruptedIOException;

    /** Waits before another try: half to all of a time that doubles from a second to an hour, so that tasks spread out. */
    default void afterFailure(int failures) throws InterruptedIOException {
        long most = TimeUnit.SECONDS.toNanos(1L << Math.min(failures, 12));
        long longest = Math.min(most, TimeUnit.HOURS.toNanos(1));
        pass(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
