package org.babelmill.jobs.input;

import java.io.Serializable;

/**
 * One file that a run reads.
 *
 * @param ordinal position in the list of a run's files sorted by name
 * @param name logical name: the path below the input that named it, the same on every storage; part of document ids
 * @param uri where it is
 * @param kind how it is read
 * @param length stored bytes
 * @param modified the storage's modification time in milliseconds since 1970; only compared, to notice changed files
 */
public record InputFile(int ordinal, String name, String uri, InputKind kind, long length, long modified)
        implements Serializable {

    private static final int OFFSET_BITS = 40;

    /** Most files of one run: what the ordinal's share of a document key can count. */
    public static final int MAX_FILES = 1 << (63 - OFFSET_BITS);

    /**
     * The key of a document: unique in a run, and in the order of file names and offsets. The same in every run over the
     * same list of files; ids, not keys, name documents across runs.
     */
    public long key(long offset) {
        return firstKey(ordinal) | offset;
    }

    /** The smallest key that a document of the file with an ordinal can have. */
    public static long firstKey(int ordinal) {
        return (long) ordinal << OFFSET_BITS;
    }

    /**
     * The ordinal of the file that a document is in.
     *
     * @param key of the document
     */
    public static int ordinal(long key) {
        return (int) (key >>> OFFSET_BITS);
    }

    /**
     * The key of a document when its file has another ordinal.
     *
     * @param key as it is now
     * @param ordinal the other one
     */
    public static long moved(long key, int ordinal) {
        return firstKey(ordinal) | (key & ((1L << OFFSET_BITS) - 1));
    }

    InputFile withOrdinal(int newOrdinal) {
        return new InputFile(newOrdinal, name, uri, kind, length, modified);
    }
}
