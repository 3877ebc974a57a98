package org.babelmill.jobs.text;

import org.babelmill.pipeline.ledger.LedgerEntry;

/** What a text file holds: a document, or something that is none. */
public sealed interface TextItem {

    /**
     * A document that came as text.
     *
     * @param offset byte position of its line in the unpacked file, or row number in a Parquet file
     * @param id given id, empty when there was none
     * @param text its text, not empty
     * @param url address, empty when not given
     * @param date as given, empty when not
     * @param language as given, empty when not
     */
    record Document(long offset, String id, String text, String url, String date, String language)
            implements TextItem {}

    /**
     * A line or row without usable text.
     *
     * @param entry where it is and what is wrong
     */
    record Unusable(LedgerEntry entry) implements TextItem {}
}
