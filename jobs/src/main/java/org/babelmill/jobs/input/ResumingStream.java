package org.babelmill.jobs.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stored bytes of a file, read on from the same place when the storage fails. Not thread-safe. */
final class ResumingStream extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(ResumingStream.class);

    private final InputReads reads;
    private final InputFile file;
    private final byte[] single = new byte[1];
    private InputStream in;
    private long position;

    ResumingStream(InputReads reads, InputFile file, long position) {
        this.reads = reads;
        this.file = file;
        this.position = position;
    }

    @Override
    public int read() throws IOException {
        int n = read(single, 0, 1);
        return n < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        for (int failures = 0; ; failures++) {
            try {
                return readOnce(buffer, offset, length);
            } catch (IOException e) {
                abandon(e);
                reads.failed(file, failures, e);
                LOG.warn("{} at {}: read again after: {}", file.uri(), position, e.toString());
            }
        }
    }

    private int readOnce(byte[] buffer, int offset, int length) throws IOException {
        if (in == null) {
            in = reads.request(file, position);
        }
        int n = in.read(buffer, offset, length);
        if (n < 0 && position < file.length()) {
            throw new EOFException(file.uri() + ": ended at " + position + " of " + file.length() + " bytes");
        }
        position += Math.max(0, n);
        return n;
    }

    private void abandon(IOException cause) {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            in = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
