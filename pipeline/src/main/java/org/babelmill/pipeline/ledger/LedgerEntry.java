package org.babelmill.pipeline.ledger;

import static java.util.Objects.requireNonNull;

import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;

/**
 * One record, or one stretch of damaged bytes, that did not become a document, or lines that did not stay in one.
 *
 * @param location where it stands in its archive; the length is that of the damaged stretch where there is no record
 * @param recordId the archive's own name of the record without angle brackets, empty when it could not be read
 * @param url the page's address, empty when it could not be read
 * @param kind whether a record was dropped or bytes could not be read as one
 * @param reason the first rule that stopped it, with value and threshold
 */
public record LedgerEntry(ArchiveLocation location, String recordId, String url, Kind kind, Reason reason) {

    /** What an entry stands for. Only {@link #RECORD} counts in "records in = documents + ledger". */
    public enum Kind {
        /** A record that was read and dropped, or whose header was read and whose content is damaged. */
        RECORD,
        /** Bytes between records that are not a record: garbage, a broken gzip member, a cut-off end. */
        DAMAGE,
        /** Lines that were taken out of a document that stayed; the value says how many. */
        LINES
    }

    public LedgerEntry {
        requireNonNull(location, "location");
        requireNonNull(recordId, "recordId");
        requireNonNull(url, "url");
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
    }
}
