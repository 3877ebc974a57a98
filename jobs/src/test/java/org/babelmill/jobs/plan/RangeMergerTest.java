package org.babelmill.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.jobs.input.PlannedFile;
import org.babelmill.jobs.input.PlannedFile.Span;
import org.junit.jupiter.api.Test;

class RangeMergerTest {

    private static final long LENGTH = 1_000_000;

    @Test
    void records_with_a_small_gap_share_a_request() {
        List<Span> records = List.of(new Span(0, 10), new Span(30, 40), new Span(100, 110));
        assertThat(merge(records, 20, 1).spans()).containsExactly(new Span(0, 40), new Span(100, 110));
    }

    @Test
    void a_file_that_is_wanted_for_the_most_part_is_read_whole() {
        List<Span> records = List.of(new Span(0, 600_000));
        assertThat(merge(records, 0, 0.5).spans()).isEmpty();
        assertThat(merge(records, 0, 0.6).spans()).containsExactly(new Span(0, 600_000));
    }

    @Property(tries = 200)
    void every_record_is_inside_one_stretch_and_stretches_lie_further_apart_than_the_gap(
            @ForAll @IntRange(min = 1, max = 60) int count, @ForAll @IntRange(max = 500) int gap, @ForAll long seed) {
        Random random = new Random(seed);
        List<Span> records = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < count; i++) {
            at += random.nextInt(800);
            long end = at + 1 + random.nextInt(300);
            records.add(new Span(at, end));
            at = end;
        }
        Collections.shuffle(records, random);
        List<Span> spans = merge(records, gap, 1).spans();
        for (Span record : records) {
            assertThat(spans).anyMatch(span -> span.start() <= record.start() && span.end() >= record.end());
        }
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).start() - spans.get(i - 1).end()).isGreaterThan(gap);
        }
    }

    private static PlannedFile merge(List<Span> records, long gap, double wholeShare) {
        return new RangeMerger(new PlanRequest.Reading(gap, wholeShare)).merge("a.warc.gz", records, LENGTH);
    }
}
