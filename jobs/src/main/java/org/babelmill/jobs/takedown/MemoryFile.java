package org.babelmill.jobs.takedown;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** A file in memory, for one row group on its way. Not thread-safe. */
final class MemoryFile implements OutputFile, InputFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new PositionOutputStream() {
            @Override
            public long getPos() {
                return bytes.size();
            }

            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] data, int offset, int length) {
                bytes.write(data, offset, length);
            }
        };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        bytes.reset();
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public long getLength() {
        return bytes.size();
    }

    @Override
    public SeekableInputStream newStream() {
        ByteBuffer data = ByteBuffer.wrap(bytes.toByteArray());
        return new DelegatingSeekableInputStream(new BufferStream(data)) {
            @Override
            public long getPos() {
                return data.position();
            }

            @Override
            public void seek(long position) throws IOException {
                if (position < 0 || position > data.limit()) {
                    throw new EOFException("position " + position + " of " + data.limit());
                }
                data.position((int) position);
            }
        };
    }

    private static final class BufferStream extends InputStream {

        private final ByteBuffer data;

        BufferStream(ByteBuffer data) {
            this.data = data;
        }

        @Override
        public int read() {
            return data.hasRemaining() ? data.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!data.hasRemaining()) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, data.remaining());
            data.get(target, offset, count);
            return count;
        }
    }
}
