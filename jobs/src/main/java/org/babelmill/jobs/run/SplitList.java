package org.babelmill.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.InputSplit.Range;

/**
 * The splits of a run as one file keeps them. A crawl has hundreds of thousands: each file is named once, and a split is a
 * list of three numbers for each of its ranges.
 *
 * @param files that the splits are of, in order
 * @param splits in order; for each range the file's ordinal, the first byte and the one after the last
 */
record SplitList(List<InputFile> files, List<long[]> splits) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RANGE = 3;

    static SplitList of(List<InputSplit> splits) {
        Map<Integer, InputFile> files = new LinkedHashMap<>();
        List<long[]> numbers = new ArrayList<>(splits.size());
        for (InputSplit split : splits) {
            long[] ranges = new long[RANGE * split.ranges().size()];
            int at = 0;
            for (Range range : split.ranges()) {
                files.putIfAbsent(range.file().ordinal(), range.file());
                ranges[at++] = range.file().ordinal();
                ranges[at++] = range.start();
                ranges[at++] = range.end();
            }
            numbers.add(ranges);
        }
        return new SplitList(List.copyOf(files.values()), numbers);
    }

    List<InputSplit> toSplits() {
        Map<Long, InputFile> byOrdinal = new HashMap<>();
        files.forEach(file -> byOrdinal.put((long) file.ordinal(), file));
        List<InputSplit> result = new ArrayList<>(splits.size());
        for (long[] numbers : splits) {
            List<Range> ranges = new ArrayList<>(numbers.length / RANGE);
            for (int i = 0; i < numbers.length; i += RANGE) {
                ranges.add(new Range(byOrdinal.get(numbers[i]), numbers[i + 1], numbers[i + 2]));
            }
            result.add(new InputSplit(result.size(), ranges));
        }
        return result;
    }

    /** As JSON without white space. */
    String json() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("splits that Jackson cannot write", e);
        }
    }
}
