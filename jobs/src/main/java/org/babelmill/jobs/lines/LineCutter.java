package org.babelmill.jobs.lines;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.StringJoiner;

/** Takes lines out of texts. Belongs to one thread. */
final class LineCutter {

    private final LongSet unwanted;
    private final LineHashes hashes = new LineHashes();

    /** A cutter of the lines with these hashes. */
    LineCutter(LongSet unwanted) {
        this.unwanted = unwanted;
    }

    /**
     * What stays of a text.
     *
     * @param text the lines that stay, each but the last with its line break
     * @param removed how many went
     */
    record Rest(String text, int removed) {}

    /** Cuts; a text that loses nothing is given back as it is. */
    Rest cut(String text) {
        StringJoiner rest = new StringJoiner("\n");
        int removed = 0;
        for (String line : text.lines().toList()) {
            if (unwanted.contains(hashes.of(line))) {
                removed++;
            } else {
                rest.add(line);
            }
        }
        return removed == 0 ? new Rest(text, 0) : new Rest(rest.toString(), removed);
    }
}
