package org.babelmill.jobs.input;

import java.io.Serializable;
import java.util.List;

/**
 * What of a file is to be read.
 *
 * @param name logical name of the file, a path below {@code input.root}; never leads out of it
 * @param spans stretches of the file in order, without overlap; none for the whole file
 */
public record PlannedFile(String name, List<Span> spans) implements Serializable {

    /**
     * A stretch of a file that begins where a record begins.
     *
     * @param start first stored byte
     * @param end one after the last
     */
    public record Span(long start, long end) implements Serializable {

        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("no stretch: " + start + " to " + end);
            }
        }
    }

    public PlannedFile {
        spans = List.copyOf(spans);
        if (name.isEmpty() || name.startsWith("/") || name.contains(":") || ("/" + name + "/").contains("/../")) {
            throw new IllegalArgumentException("no path below a folder: " + name);
        }
        long last = 0;
        for (Span span : spans) {
            if (span.start() < last) {
                throw new IllegalArgumentException("stretches of " + name + " overlap or are not in order");
            }
            last = span.end();
        }
    }
}
