package org.babelmill.jobs.documents;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.babelmill.jobs.run.SplitTask;

/**
 * Charges this thread's CPU time to parts of the work, lap by lap. Measures what a part costs; decides nothing. Not for
 * several threads.
 */
final class CpuClock {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final SplitTask task;
    private long last;

    CpuClock(SplitTask task) {
        this.task = task;
        this.last = threads.getCurrentThreadCpuTime();
    }

    /** Charges the time since the lap before to a part. */
    void lap(String part) {
        long now = threads.getCurrentThreadCpuTime();
        task.cost(part, now - last);
        last = now;
    }
}
