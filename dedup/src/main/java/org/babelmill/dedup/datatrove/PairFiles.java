package org.babelmill.dedup.datatrove;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads and writes {@code .dups} files: four 32-bit numbers a pair. */
public final class PairFiles {

    private static final int BYTES = 4 * Integer.BYTES;

    private PairFiles() {}

    /** Appends a pair. */
    public static void write(DocumentPair pair, OutputStream out) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(pair.file())
                .putInt(pair.document())
                .putInt(pair.otherFile())
                .putInt(pair.otherDocument());
        out.write(record.array());
    }

    /**
     * The next pair; empty at the end.
     *
     * @param in buffered
     */
    public static Optional<DocumentPair> read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BYTES);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        if (bytes.length < BYTES) {
            throw new EOFException("a file of pairs ends inside a pair");
        }
        ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return Optional.of(new DocumentPair(record.getInt(), record.getInt(), record.getInt(), record.getInt()));
    }
}
