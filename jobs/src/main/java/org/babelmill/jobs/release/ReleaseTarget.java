package org.babelmill.jobs.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where releases are published. Single files are put by several threads; the rest is called by one. */
public interface ReleaseTarget {

    /** Reads a file from a position on. */
    @FunctionalInterface
    interface Source {

        /** A new stream, to be closed by the caller. */
        InputStream open(long position) throws IOException;
    }

    /** Which of these files need not be sent, because they are there with the same content. */
    List<ReleaseFile> present(List<ReleaseFile> files) throws IOException;

    /** Takes away what says that the release is complete, before anything changes. */
    void begin() throws IOException;

    /** Sends a file. It may stay invisible until {@link #complete}. Thread-safe. */
    void put(ReleaseFile file, Source source) throws IOException;

    /**
     * Makes everything visible, the manifest last.
     *
     * @param files all files of the release but the manifest; others below {@code data/} and {@code removed/} are deleted
     * @param manifest the manifest
     */
    void complete(List<ReleaseFile> files, ReleaseFile manifest, Source source) throws IOException;

    /** What it is, for people. */
    String describe();
}
