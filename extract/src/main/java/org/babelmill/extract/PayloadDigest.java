package org.babelmill.extract;

import java.util.HexFormat;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.pipeline.hash.XxHash64;

/** Names a payload. */
final class PayloadDigest {

    private PayloadDigest() {}

    /**
     * What the archive says, mostly SHA-1 in base 32; else {@code xxh64:} and 16 hexadecimal digits. That tells whether
     * two payloads are the same for a hundredth of what a parse costs; SHA-1 would cost half of it.
     */
    static String of(ArchiveRecord record, byte[] payload) {
        return record.headers()
                .first("WARC-Payload-Digest")
                .filter(digest -> !digest.isEmpty())
                .orElseGet(() -> "xxh64:" + HexFormat.of().toHexDigits(XxHash64.hash(payload, 0, payload.length, 0)));
    }
}
