package org.babelmill.jobs.megatron;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.run.Storage;

/**
 * The files of one data set as Megatron-LM maps them into memory: {@code PREFIX.bin} with all tokens one after the other,
 * {@code PREFIX.idx} with where each document begins. All numbers little-endian. The index: the nine bytes
 * {@code MMIDIDX 0 0}, version 1 (8 bytes), code of the tokens' type (1 byte: 8 for 16 bits without sign, 4 for 32 bits with
 * sign), number of sequences (8), number of document indices (8), each sequence's length in tokens (4 each), its offset in
 * bytes (8 each), and the sequence with which each document begins, with one more at the end (8 each). Here each document is
 * one sequence.
 *
 * @param wide whether tokens take four bytes instead of two
 */
record MegatronFiles(boolean wide) {

    /** From here on Megatron takes four bytes a token. */
    private static final int WIDE_FROM = 65_500;

    private static final byte[] MAGIC = "MMIDIDX\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final long VERSION = 1;
    private static final int INT32 = 4;
    private static final int UINT16 = 8;

    static MegatronFiles forVocabulary(int size) {
        return new MegatronFiles(size >= WIDE_FROM);
    }

    int tokenBytes() {
        return wide ? Integer.BYTES : Short.BYTES;
    }

    /** The bytes of a document's tokens. */
    byte[] bytes(int[] tokens) {
        ByteBuffer bytes = ByteBuffer.allocate(tokens.length * tokenBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int token : tokens) {
            if (wide) {
                bytes.putInt(token);
            } else {
                bytes.putShort((short) token);
            }
        }
        return bytes.array();
    }

    /** Puts finished parts one after the other. */
    void join(List<Path> parts, Path target, Configuration hadoop) throws IOException {
        Storage storage = Storage.of(target, hadoop);
        storage.mkdirs(target.getParent());
        Path written = storage.isAtomic() ? target : new Path(target.getParent(), "." + target.getName() + ".part");
        byte[] buffer = new byte[1 << 20];
        try (OutputStream out = target.getFileSystem(hadoop).create(written, true)) {
            for (Path part : parts) {
                try (InputStream in = part.getFileSystem(hadoop).open(part)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        out.write(buffer, 0, n);
                    }
                }
            }
        }
        if (!written.equals(target)) {
            storage.replace(written, target);
        }
    }

    /** Writes the index of documents with these lengths in tokens. */
    void index(List<int[]> lengths, Path target, Configuration hadoop) throws IOException {
        int documents = lengths.stream().mapToInt(l -> l.length).sum();
        try (Numbers out = new Numbers(target.getFileSystem(hadoop).create(target, true))) {
            out.head(wide ? INT32 : UINT16, documents);
            for (int[] part : lengths) {
                for (int length : part) {
                    out.four(length);
                }
            }
            long offset = 0;
            for (int[] part : lengths) {
                for (int length : part) {
                    out.eight(offset);
                    offset += (long) length * tokenBytes();
                }
            }
            for (long document = 0; document <= documents; document++) {
                out.eight(document);
            }
        }
    }

    /** Writes little-endian numbers. */
    private static final class Numbers implements AutoCloseable {

        private final DataOutputStream out;

        Numbers(OutputStream out) {
            this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        }

        void head(int type, long documents) throws IOException {
            out.write(MAGIC);
            eight(VERSION);
            out.write(type);
            eight(documents);
            eight(documents + 1);
        }

        void four(int value) throws IOException {
            out.writeInt(Integer.reverseBytes(value));
        }

        void eight(long value) throws IOException {
            out.writeLong(Long.reverseBytes(value));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
