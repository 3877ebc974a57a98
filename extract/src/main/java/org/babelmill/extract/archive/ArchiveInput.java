package org.babelmill.extract.archive;

import java.io.IOException;
import java.io.InputStream;

/** An archive file as stored, wherever that is. Implementations need not be thread-safe. */
public interface ArchiveInput {

    /** The file's logical name, which goes into {@code ArchiveLocation} and with it into document ids. */
    String name();

    /** Stored bytes of the file. */
    long length();

    /**
     * A stream over the stored bytes from {@code offset} to the end; the caller closes it.
     *
     * @param offset 0 to {@link #length()}
     */
    InputStream open(long offset) throws IOException;
}
