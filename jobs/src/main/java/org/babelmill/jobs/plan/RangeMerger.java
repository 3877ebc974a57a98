package org.babelmill.jobs.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.babelmill.jobs.input.PlannedFile;
import org.babelmill.jobs.input.PlannedFile.Span;

/** Puts records of one file together to stretches that are worth a request each. */
final class RangeMerger {

    private final PlanRequest.Reading reading;

    RangeMerger(PlanRequest.Reading reading) {
        this.reading = reading;
    }

    /**
     * What to read of a file.
     *
     * @param records the wanted records, in any order; not empty
     * @param length bytes of the file
     */
    PlannedFile merge(String file, List<Span> records, long length) {
        List<Span> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparingLong(Span::start));
        List<Span> spans = new ArrayList<>();
        Span open = sorted.get(0);
        for (Span next : sorted.subList(1, sorted.size())) {
            if (next.start() - open.end() <= reading.gap()) {
                open = new Span(open.start(), Math.max(open.end(), next.end()));
            } else {
                spans.add(open);
                open = next;
            }
        }
        spans.add(open);
        long bytes = spans.stream().mapToLong(s -> s.end() - s.start()).sum();
        return new PlannedFile(file, bytes > reading.wholeShare() * length ? List.of() : spans);
    }
}
