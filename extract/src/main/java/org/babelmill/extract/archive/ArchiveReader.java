package org.babelmill.extract.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/**
 * Reads the records of one range of an archive file.
 *
 * <p>A record belongs to the range in which its first stored byte lies, so that ranges that cover a file give each
 * record once, wherever they meet. In a compressed file a range begins with the next gzip member that inflates to
 * {@code WARC/}, in an uncompressed one with the next version line that begins a readable record header; what lies before belongs to the
 * range of the record before it. A file that is one single gzip member belongs to the range that starts at 0.
 *
 * <p>Damage costs one {@link UnreadableStretch} and reading goes on with the next good record. Ranges of an
 * uncompressed archive that holds archives as content (or a record cut off so that its length fits the end of a later
 * one) can take the inner records for outer ones; read such files as one
 * range.
 *
 * <p>Not thread-safe. Takes as much memory as two copies of the largest allowed record.
 */
public final class ArchiveReader implements Closeable {

    private final FrameSource frames;

    private ArchiveReader(FrameSource frames) {
        this.frames = frames;
    }

    /**
     * Opens a range.
     *
     * @param start first stored byte of the range
     * @param end behind the last stored byte; the last record may reach beyond
     * @throws IOException when the storage fails; damage in the file never throws
     */
    public static ArchiveReader open(ArchiveInput input, long start, long end, InputSettings settings)
            throws IOException {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
        long maxRecord = settings.maxRecordSize().bytes();
        return new ArchiveReader(
                isGzip(input)
                        ? new GzipFrames(input, start, end, maxRecord)
                        : new PlainFrames(input, start, end, maxRecord));
    }

    private static boolean isGzip(ArchiveInput input) throws IOException {
        try (InputStream in = input.open(0)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /**
     * The next record or unreadable stretch, or null at the end of the range.
     *
     * @throws IOException when the storage fails
     */
    public ArchiveItem next() throws IOException {
        FrameSource.Located located = frames.next();
        if (located == null) {
            return null;
        }
        ArchiveLocation location = located.location();
        if (located.frame() instanceof Frame.Whole whole) {
            return new ArchiveRecord(location, whole.headers(), whole.block());
        }
        if (located.frame() instanceof Frame.Broken broken) {
            LedgerEntry entry = new LedgerEntry(
                    location,
                    ArchiveRecord.recordId(broken.headers()),
                    ArchiveRecord.url(broken.headers()),
                    LedgerEntry.Kind.RECORD,
                    broken.reason());
            return new UnreadableStretch(entry, broken.toFileEnd());
        }
        Frame.Garbage garbage = (Frame.Garbage) located.frame();
        return new UnreadableStretch(
                new LedgerEntry(location, "", "", LedgerEntry.Kind.DAMAGE, garbage.reason()), garbage.toFileEnd());
    }

    /** Stored bytes of the file up to which everything was read; for showing progress. */
    public long position() {
        return frames.position();
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
