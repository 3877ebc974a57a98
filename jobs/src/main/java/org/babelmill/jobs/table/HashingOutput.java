package org.babelmill.jobs.table;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.babelmill.pipeline.hash.Sha256;

/** A file whose SHA-256 is known when it is closed, because Parquet writes from front to back. */
public final class HashingOutput implements OutputFile {

    private final OutputFile file;
    private final MessageDigest digest = Sha256.newDigest();

    /** Hashes what is written to a file. */
    public HashingOutput(OutputFile file) {
        this.file = file;
    }

    /** The digest of everything written; to be asked once, after the file is closed. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return new Stream(file.create(blockSizeHint), digest);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return new Stream(file.createOrOverwrite(blockSizeHint), digest);
    }

    @Override
    public boolean supportsBlockSize() {
        return file.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
        return file.defaultBlockSize();
    }

    private static final class Stream extends PositionOutputStream {

        private final PositionOutputStream out;
        private final MessageDigest digest;

        Stream(PositionOutputStream out, MessageDigest digest) {
            this.out = out;
            this.digest = digest;
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos();
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
