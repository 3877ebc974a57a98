package org.babelmill.extract.archive;

import static java.util.Objects.requireNonNull;

import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/**
 * Bytes that could not be read as a record.
 *
 * @param entry what goes to the ledger: a {@code RECORD} whose header was read but whose content is damaged or too
 *     large, or a {@code DAMAGE} without a header
 * @param reachesEnd whether the file could not be read to its end because of it
 */
public record UnreadableStretch(LedgerEntry entry, boolean reachesEnd) implements ArchiveItem {

    public UnreadableStretch {
        requireNonNull(entry, "entry");
    }

    @Override
    public ArchiveLocation location() {
        return entry.location();
    }
}
