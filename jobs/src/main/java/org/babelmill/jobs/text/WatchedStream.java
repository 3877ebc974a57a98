package org.babelmill.jobs.text;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stored bytes on their way to a decompressor. Remembers whether reading them failed, which tells a storage that broke
 * (try again) from a file that is damaged (count it and go on); both reach the reader as an {@link IOException}.
 */
final class WatchedStream extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private boolean failed;
    private long bytes;

    WatchedStream(InputStream stored) {
        super(new BufferedInputStream(stored, BUFFER));
    }

    boolean hasFailed() {
        return failed;
    }

    long bytesRead() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        try {
            int b = super.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int n = super.read(buffer, offset, length);
            bytes += Math.max(0, n);
            return n;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }
}
