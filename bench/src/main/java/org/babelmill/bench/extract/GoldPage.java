package org.babelmill.bench.extract;

import java.util.List;
import java.util.Optional;
import org.babelmill.extract.archive.ArchiveRecord;

/**
 * A page whose main text is known.
 *
 * @param record as archived
 * @param group what pages of one site share: they are never split between training and test
 * @param bytes of the page
 * @param charset what the transport says
 * @param text the main text, if it is known as a whole
 * @param wanted texts that belong to it
 * @param unwanted texts that do not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GoldPage(
        String id,
        String url,
        Labels labels,
        ArchiveRecord record,
        String group,
        byte[] bytes,
        Optional<String> charset,
        Optional<String> text,
        List<String> wanted,
        List<String> unwanted) {

    /** What scores are grouped by. */
    record Labels(String source, String language, String type) {}
}
