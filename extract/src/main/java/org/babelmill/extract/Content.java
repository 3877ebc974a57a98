package org.babelmill.extract;

import java.util.List;
import java.util.Optional;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.evidence.OptOut;
import org.babelmill.extract.http.HeaderFields;

/**
 * A record's content on its way to a document.
 *
 * @param bytes after codings were taken off, cut at the limit
 * @param mediaType what the content is taken for
 * @param charset what the transport says
 * @param cut whether the bytes are not all there were
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the one copy of a body is handed on
record Content(
        ArchiveRecord record,
        byte[] bytes,
        String mediaType,
        Optional<String> charset,
        HeaderFields headers,
        List<OptOut> headerOptOuts,
        boolean cut) {}
