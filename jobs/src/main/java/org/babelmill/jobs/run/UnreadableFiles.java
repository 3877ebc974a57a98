package org.babelmill.jobs.run;

import java.util.Locale;
import java.util.Optional;

/** What a command says at its end of inputs that break off. */
public final class UnreadableFiles {

    private UnreadableFiles() {}

    /**
     * The alarm, with the command that lists the files; none where all were read to their end.
     *
     * @param files how many broke off
     */
    public static Optional<String> alarm(long files, RunDirectory directory) {
        if (files == 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%,d %s could not be read to the end; what came before is in. Which and where: babelmill export %s"
                        + " ledger --format tsv --columns stage,rule,file,offset | grep ^read",
                files,
                files == 1 ? "file" : "files",
                directory.shown()));
    }
}
