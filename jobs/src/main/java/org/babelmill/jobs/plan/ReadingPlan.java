package org.babelmill.jobs.plan;

import java.io.Serializable;
import org.babelmill.jobs.input.PlannedFile;
import org.babelmill.jobs.input.PlannedFile.Span;

/**
 * What to read of one file, and why.
 *
 * @param file the stretches
 * @param pages wanted pages of the file
 * @param pageBytes bytes of these pages as stored
 * @param length bytes of the file, as far as the index knows
 */
record ReadingPlan(PlannedFile file, long pages, long pageBytes, long length) implements Serializable {

    /** Bytes that will be read. */
    long bytes() {
        return file.spans().isEmpty()
                ? length
                : file.spans().stream().mapToLong(ReadingPlan::bytes).sum();
    }

    private static long bytes(Span span) {
        return span.end() - span.start();
    }

    /** Requests that will be made: one for each stretch. */
    int requests() {
        return Math.max(1, file.spans().size());
    }
}
