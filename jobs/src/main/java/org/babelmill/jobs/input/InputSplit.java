package org.babelmill.jobs.input;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.babelmill.pipeline.hash.Sha256;

/**
 * The part of the input that one task reads.
 *
 * @param index position in the plan
 * @param ranges file ranges, in order; more than one only where small files share a task
 */
public record InputSplit(int index, List<Range> ranges) implements Serializable {

    /**
     * A stretch of a file: every record that starts in it.
     *
     * @param file the file
     * @param start first stored byte
     * @param end one after the last
     */
    public record Range(InputFile file, long start, long end) implements Serializable {}

    public InputSplit {
        ranges = List.copyOf(ranges);
    }

    /** Stored bytes to read. */
    public long bytes() {
        return ranges.stream().mapToLong(r -> r.end() - r.start()).sum();
    }

    /**
     * A name that changes when any of its files or ranges does: 16 hexadecimal digits. Work recorded under it can be
     * reused, also where other files before these have come or gone: then only the {@link #ordinals} differ.
     */
    public String id() {
        String text = ranges.stream()
                .map(r -> String.join(
                        "\u0000",
                        r.file().name(),
                        Long.toString(r.file().length()),
                        Long.toString(r.file().modified()),
                        Long.toString(r.start()),
                        Long.toString(r.end())))
                .collect(Collectors.joining("\n"));
        return Sha256.hex(text).substring(0, 16);
    }

    /** The ordinals of the files of its ranges, in order, one for each range. */
    public List<Integer> ordinals() {
        return ranges.stream().map(r -> r.file().ordinal()).toList();
    }
}
