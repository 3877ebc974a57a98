package org.babelmill.extract.archive;

import org.babelmill.pipeline.document.ArchiveLocation;

/** What an archive holds at some place: a record, or bytes that could not be read as one. */
public sealed interface ArchiveItem permits ArchiveRecord, UnreadableStretch {

    /** Where it stands in its archive. */
    ArchiveLocation location();
}
