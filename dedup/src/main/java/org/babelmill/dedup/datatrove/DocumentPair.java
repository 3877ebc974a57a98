package org.babelmill.dedup.datatrove;

/**
 * Two documents with a band in common: a record of a {@code .dups} file. All numbers are unsigned.
 *
 * @param file of the first document; {@link #INDEX} when it is in an index
 * @param document the first document; {@link #INDEX} when it is in an index
 * @param otherFile of the second document
 * @param otherDocument the second document
 */
public record DocumentPair(int file, int document, int otherFile, int otherDocument) {

    /** In place of a document of an index, of which datatrove keeps no number. */
    public static final int INDEX = 0xFFFF_FFFF;

    /** Whether the first document is one of an index. */
    public boolean isWithIndex() {
        return file == INDEX && document == INDEX;
    }
}
