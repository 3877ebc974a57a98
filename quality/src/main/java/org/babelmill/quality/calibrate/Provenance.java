package org.babelmill.quality.calibrate;

import static java.util.Objects.requireNonNull;

/**
 * Where derived figures come from, for the head of each file.
 *
 * @param source the reference text, with its licence
 * @param date the day, as the caller writes it
 * @param command the command that made them
 */
public record Provenance(String source, String date, String command) {

    public Provenance {
        requireNonNull(source, "source");
        requireNonNull(date, "date");
        requireNonNull(command, "command");
        if ((source + date + command).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("provenance of one line each");
        }
    }
}
