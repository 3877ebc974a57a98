package org.babelmill.extract;

import org.babelmill.pipeline.ledger.LedgerEntry;

/** What became of a record: exactly one of a document, a rejection or a robots.txt. */
public sealed interface ExtractionOutcome {

    /**
     * A record that is no page or is refused.
     *
     * @param entry the first rule that stopped it
     */
    record Rejected(LedgerEntry entry) implements ExtractionOutcome {}

    /**
     * A robots.txt, to be held against the pages of its host.
     *
     * @param origin scheme, host and port, such as {@code https://example.org}
     * @param text the file
     * @param entry its row in the ledger, since it is a record that becomes no document
     */
    record RobotsRecord(String origin, String text, LedgerEntry entry) implements ExtractionOutcome {}

    /** A document. */
    record Extracted(ExtractedDocument document) implements ExtractionOutcome {}
}
