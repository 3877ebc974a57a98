package org.babelmill.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Says which entries of a list of documents to remove nothing was found for; of a long list the first ones. */
final class NothingFound {

    private static final int MOST_NAMED = 20;

    private NothingFound() {}

    /**
     * Prints a line for each entry.
     *
     * @param where what was searched, such as {@code the index}
     * @param entries the entries, each with what else there is to say about it
     */
    static void print(PrintWriter err, String where, List<String> entries) {
        entries.stream()
                .limit(MOST_NAMED)
                .forEach(entry -> err.println("babelmill: nothing in " + where + " is of " + entry));
        if (entries.size() > MOST_NAMED) {
            err.printf(Locale.ROOT, "babelmill: nor of %,d others%n", entries.size() - MOST_NAMED);
        }
        err.flush();
    }
}
