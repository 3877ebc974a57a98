package org.babelmill.dedup.datatrove;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The signatures of one file's documents, to be written as one {@code .sig} file a band. Holds 8 bytes a minimum and
 * document. Not thread-safe.
 */
public final class BandSignatures {

    private static final int CHUNK = 1024;

    private final int bands;
    private final int rows;
    private long[] minima = new long[0];
    private int[] documents = new int[16];
    private int size;

    /** No signatures yet, of so many bands and minima in a band. */
    public BandSignatures(int bands, int rows) {
        this.bands = bands;
        this.rows = rows;
    }

    /**
     * Adds a document.
     *
     * @param document its place in the file, an unsigned number
     * @param values its minima, band after band, as {@link org.babelmill.dedup.signature.Signer#minima} gives them
     */
    public void add(int document, long[] values) {
        int width = bands * rows;
        if (values.length != width) {
            throw new IllegalArgumentException(values.length + " minima for " + bands + " bands of " + rows);
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size + (size >> 1));
        }
        if ((long) (size + 1) * width > minima.length) {
            minima = Arrays.copyOf(minima, Math.toIntExact(Math.max(64L * width, minima.length * 3L / 2)));
        }
        System.arraycopy(values, 0, minima, size * width, width);
        documents[size++] = document;
    }

    /** Number of documents. */
    public int size() {
        return size;
    }

    /** Writes the {@code .sig} file of a band: records sorted by minima, as unsigned numbers, then document. */
    public void write(int band, OutputStream out) throws IOException {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, byRecord(band));
        ByteBuffer buffer =
                ByteBuffer.allocate(CHUNK * SignatureReader.bytes(rows)).order(ByteOrder.LITTLE_ENDIAN);
        for (int record : order) {
            int from = from(record, band);
            for (int row = 0; row < rows; row++) {
                buffer.putLong(minima[from + row]);
            }
            buffer.putInt(documents[record]);
            if (!buffer.hasRemaining()) {
                out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    private Comparator<Integer> byRecord(int band) {
        return (one, other) -> {
            int a = from(one, band);
            int b = from(other, band);
            int order = Arrays.compareUnsigned(minima, a, a + rows, minima, b, b + rows);
            return order != 0 ? order : Integer.compareUnsigned(documents[one], documents[other]);
        };
    }

    private int from(int record, int band) {
        return record * bands * rows + band * rows;
    }
}
