package org.babelmill.extract.archive;

import org.babelmill.extract.http.HeaderFields;
import org.babelmill.pipeline.decision.Reason;

/** A stretch of a stream of records: a whole record, one whose content is unusable, or what is no record. */
sealed interface Frame {

    /** Position of the first byte in the stream. */
    long start();

    /** Position behind the last byte. */
    long end();

    /** A record as it should be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the one copy of a block is handed on
    record Whole(long start, long end, HeaderFields headers, byte[] block) implements Frame {}

    /**
     * A record whose header could be read and whose content could not, or not within the limit.
     *
     * @param toFileEnd whether nothing behind it in the file could be read
     */
    record Broken(long start, long end, HeaderFields headers, Reason reason, boolean toFileEnd) implements Frame {}

    /**
     * Bytes without a readable header.
     *
     * @param toFileEnd whether nothing behind them in the file could be read
     */
    record Garbage(long start, long end, Reason reason, boolean toFileEnd) implements Frame {}
}
