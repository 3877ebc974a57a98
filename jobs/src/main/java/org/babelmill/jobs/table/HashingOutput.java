package org.babelmill.jobs.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.babelmill.pipeline.hash.Sha256;

/**
 * A Parquet file whose SHA-256 is known when it is closed, because Parquet writes from front to back, and whose footer is
 * in order: the same rows give the same bytes in every process.
 */
public final class HashingOutput implements OutputFile {

    private final OutputFile file;
    private final MessageDigest digest = Sha256.newDigest();
    private Stream stream;

    /** Hashes what is written to a file. */
    public HashingOutput(OutputFile file) {
        this.file = file;
    }

    /**
     * Says that all row groups are written, so that only indexes and footer follow. They are held back, some kilobytes a
     * row group, until the file is closed.
     */
    public void rowsAreWritten() {
        stream.hold();
    }

    /** The digest of everything written; to be asked once, after the file is closed. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        stream = new Stream(file.create(blockSizeHint), digest);
        return stream;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        stream = new Stream(file.createOrOverwrite(blockSizeHint), digest);
        return stream;
    }

    @Override
    public boolean supportsBlockSize() {
        return file.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
        return file.defaultBlockSize();
    }

    /** Gathers what Parquet writes byte by byte: page headers, indexes, the footer. */
    private static final class Stream extends PositionOutputStream {

        private static final int MOST_GATHERED = 1 << 16;

        private final PositionOutputStream out;
        private final MessageDigest digest;
        private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        private boolean holds;

        Stream(PositionOutputStream out, MessageDigest digest) {
            this.out = out;
            this.digest = digest;
        }

        void hold() {
            holds = true;
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos() + gathered.size();
        }

        @Override
        public void write(int b) throws IOException {
            gathered.write(b);
            drain(MOST_GATHERED);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!holds && length >= MOST_GATHERED) {
                drain(0);
                out.write(bytes, offset, length);
                digest.update(bytes, offset, length);
            } else {
                gathered.write(bytes, offset, length);
                drain(MOST_GATHERED);
            }
        }

        private void drain(int limit) throws IOException {
            if (!holds && gathered.size() >= limit) {
                gathered.writeTo(out);
                digest.update(gathered.toByteArray());
                gathered.reset();
            }
        }

        @Override
        public void flush() throws IOException {
            drain(0);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            try (out) {
                byte[] end = FooterOrder.of(gathered.toByteArray());
                gathered.reset();
                out.write(end);
                digest.update(end);
            }
        }
    }
}
