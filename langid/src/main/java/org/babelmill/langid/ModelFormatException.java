package org.babelmill.langid;

import java.io.IOException;

/** A model file that is damaged, cut off or of an unknown kind. The message names the file, the byte and what is wrong. */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1;

    private final long offset;

    /**
     * @param file name for people
     * @param offset byte at which reading could not go on
     * @param problem what was found, and what was expected
     */
    public ModelFormatException(String file, long offset, String problem) {
        super(file + ": at byte " + offset + ": " + problem);
        this.offset = offset;
    }

    /** The byte of the file at which reading could not go on. */
    public long offset() {
        return offset;
    }
}
