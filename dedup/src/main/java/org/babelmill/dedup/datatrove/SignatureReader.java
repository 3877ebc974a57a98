package org.babelmill.dedup.datatrove;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads a {@code .sig} file record by record. Not thread-safe. */
public final class SignatureReader implements Closeable {

    private final InputStream in;
    private final int file;
    private final ByteBuffer record;
    private final long[] minima;
    private final long[] before;
    private int document;
    private int documentBefore;
    private boolean first = true;

    /**
     * A reader.
     *
     * @param in buffered; closed with this
     * @param file number of the file whose documents these are
     * @param rows minima in a record
     */
    public SignatureReader(InputStream in, int file, int rows) {
        this.in = in;
        this.file = file;
        this.record = ByteBuffer.allocate(bytes(rows)).order(ByteOrder.LITTLE_ENDIAN);
        this.minima = new long[rows];
        this.before = new long[rows];
    }

    /** Bytes of a record. */
    static int bytes(int rows) {
        return rows * Long.BYTES + Integer.BYTES;
    }

    /**
     * Moves to the next record; false behind the last.
     *
     * @throws IOException when the file ends inside a record or its records are not in order
     */
    public boolean next() throws IOException {
        int read = in.readNBytes(record.array(), 0, record.capacity());
        if (read == 0) {
            return false;
        }
        if (read < record.capacity()) {
            throw new EOFException("signature file " + file + " ends inside a record");
        }
        System.arraycopy(minima, 0, before, 0, minima.length);
        documentBefore = document;
        record.clear();
        for (int i = 0; i < minima.length; i++) {
            minima[i] = record.getLong();
        }
        document = record.getInt();
        if (!first && isBefore()) {
            throw new IOException("signature file " + file + " is not sorted");
        }
        first = false;
        return true;
    }

    private boolean isBefore() {
        int order = Arrays.compareUnsigned(before, minima);
        return order > 0 || (order == 0 && Integer.compareUnsigned(documentBefore, document) > 0);
    }

    /** Minima of the record, valid until the next one. */
    public long[] minima() {
        return minima;
    }

    /** Document of the record, an unsigned number. */
    public int document() {
        return document;
    }

    /** Number of the file. */
    public int file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
