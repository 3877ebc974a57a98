package org.babelmill.jobs.plan;

/**
 * A plan in numbers.
 *
 * @param pages wanted pages
 * @param pageBytes their bytes as stored
 * @param files files to read from
 * @param wholeFiles of these, files that are read whole
 * @param requests stretches to read, whole files among them
 * @param bytes bytes to read
 */
public record PlanTotals(long pages, long pageBytes, long files, long wholeFiles, long requests, long bytes) {

    static final PlanTotals NONE = new PlanTotals(0, 0, 0, 0, 0, 0);

    PlanTotals plus(ReadingPlan plan) {
        return new PlanTotals(
                pages + plan.pages(),
                pageBytes + plan.pageBytes(),
                files + 1,
                wholeFiles + (plan.file().spans().isEmpty() ? 1 : 0),
                requests + plan.requests(),
                bytes + plan.bytes());
    }
}
