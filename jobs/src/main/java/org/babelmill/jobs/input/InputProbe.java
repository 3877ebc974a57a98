package org.babelmill.jobs.input;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;

/**
 * Looks at the first bytes of files before a run starts, so that a wrong file is refused at once. Damage further in is
 * not a wrong file: it is found, counted and stepped over by the run itself.
 */
public final class InputProbe {

    /** Runs over more files than this are probed at their first files only: opening each would take minutes. */
    private static final int MOST_FILES = 256;

    private static final int HEAD = 4096;

    private final Configuration hadoop;

    public InputProbe(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * Checks files.
     *
     * @throws UserError when one cannot be opened, or is certainly not what its name announces
     */
    public void check(List<InputFile> files) {
        for (InputFile file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            try {
                complaint(file.kind(), head(file)).ifPresent(complaint -> {
                    throw new UserError("--input " + file.uri() + ": " + complaint + "; expected a "
                            + file.kind().description());
                });
            } catch (IOException e) {
                throw new UserError("--input " + file.uri() + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private byte[] head(InputFile file) throws IOException {
        Path path = new Path(file.uri());
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static Optional<String> complaint(InputKind kind, byte[] head) {
        if (head.length == 0) {
            return Optional.of("is empty");
        }
        return switch (kind) {
            case ARCHIVE -> startsWith(plain(head), "WARC/") ? Optional.empty() : Optional.of("is not a WARC file");
            case PARQUET -> startsWith(Optional.of(head), "PAR1") ? Optional.empty() : Optional.of("is not Parquet");
            case JSONL, HTML -> Optional.empty();
        };
    }

    /** The unpacked beginning; empty when the first gzip member is broken, which says nothing about the file's kind. */
    private static Optional<byte[]> plain(byte[] head) {
        if (head.length < 2 || head[0] != (byte) 0x1f || head[1] != (byte) 0x8b) {
            return Optional.of(head);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            return Optional.of(in.readNBytes(16));
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static boolean startsWith(Optional<byte[]> bytes, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.US_ASCII);
        return bytes.map(b -> Arrays.equals(Arrays.copyOf(b, expected.length), expected))
                .orElse(true);
    }
}
