package org.babelmill.pipeline.document;

import static java.util.Objects.requireNonNull;

/**
 * The place of one record in one archive file.
 *
 * @param file logical name of the file: its path below the input that named it, with {@code /} as separator. It does
 *     not contain the storage (a copy of the same folder on HDFS, S3 or a local disk gives the same name).
 * @param offset position of the record's first byte in the file as stored, that is, compressed; for text files the
 *     zero-based line or row number. Never negative.
 * @param length number of stored bytes the record takes, 0 when unknown. Never negative.
 */
public record ArchiveLocation(String file, long offset, long length) {

    public ArchiveLocation {
        requireNonNull(file, "file");
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative offset or length: " + offset + ", " + length);
        }
    }
}
