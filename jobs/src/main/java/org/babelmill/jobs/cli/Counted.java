package org.babelmill.jobs.cli;

import java.util.Locale;

/** Numbers of things in sentences. */
final class Counted {

    private Counted() {}

    /** A number with its noun: {@code 1 file}, {@code 1,200 files}. */
    static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
