package org.babelmill.pipeline.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.babelmill.pipeline.hash.Sha256;

/**
 * The name of a document, the same in every run over the same archives.
 *
 * @param value never empty; 32 hexadecimal digits for documents from archives, the given {@code id} for documents that
 *     entered as text
 */
public record DocumentId(String value) {

    private static final int BYTES = 16;

    public DocumentId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty document id");
        }
    }

    /**
     * The id of the record at a place in an archive: the first 128 bits of SHA-256 over the file name in UTF-8, a zero
     * byte, and the offset as eight big-endian bytes. The record's length takes no part, so that an id can be computed
     * before a record is read.
     */
    public static DocumentId of(ArchiveLocation location) {
        byte[] name = location.file().getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(name.length + 1 + Long.BYTES);
        buffer.put(name).put((byte) 0).putLong(location.offset());
        return new DocumentId(HexFormat.of().formatHex(Sha256.digest(buffer.array()), 0, BYTES));
    }

    @Override
    public String toString() {
        return value;
    }
}
