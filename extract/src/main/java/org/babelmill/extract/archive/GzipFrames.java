package org.babelmill.extract.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;

/**
 * Frames of an archive in gzip members. A member holds one record by custom; further records in the same member are
 * placed at the member's offset plus their number in it, so that places stay different and in order, with unknown
 * length.
 */
final class GzipFrames implements FrameSource {

    /** How far before a damaged place the next member may begin: where a member was cut off, the next one was taken for its data. */
    private static final long LOOK_BACK = 1 << 20;

    private static final int PROBE = 1 << 16;

    private final ArchiveInput input;
    private final long end;
    private final long maxRecord;
    private final Queue<Located> ready = new ArrayDeque<>();

    private InputStream stream;
    private ByteWindow stored;
    private GzipMember member;
    private ByteWindow inflated;

    private RecordFramer framer;
    private long memberStart;
    private int ordinal;

    GzipFrames(ArchiveInput input, long start, long end, long maxRecord) throws IOException {
        this.input = input;
        this.end = end;
        this.maxRecord = maxRecord;
        openAt(start);
        if (start > 0) {
            skipToMember();
        }
    }

    private void openAt(long offset) throws IOException {
        close();
        stream = input.open(offset);
        stored = new ByteWindow(stream::read, offset);
        member = new GzipMember(stored);
        inflated = new ByteWindow(member::read, 0);
    }

    @Override
    public Located next() throws IOException {
        while (ready.isEmpty()) {
            if (framer != null) {
                readOn();
            } else if (!stored.ensure(1) || (stored.position() >= end && atMember())) {
                return null;
            } else {
                enterMember();
            }
        }
        return ready.remove();
    }

    private void enterMember() throws IOException {
        long start = stored.position();
        int header = GzipMember.headerLength(stored);
        if (header < 0) {
            stored.take(1);
            skipToMember();
            long length = stored.position() - start;
            Reason reason = RecordFramer.above(EarlierRule.READ_NOT_A_RECORD, length, 0);
            ready.add(new Located(new Frame.Garbage(0, length, reason, !stored.ensure(1)), place(start, length)));
            return;
        }
        memberStart = start;
        ordinal = 0;
        member.begin(header);
        inflated.restart(0);
        framer = new RecordFramer(inflated, maxRecord, RecordFramer.UNKNOWN);
    }

    private void readOn() throws IOException {
        Frame frame = null;
        try {
            frame = framer.next();
            // The member's length is only known, and its checksum only proven right, once it has been read to its end.
            member.check();
            add(frame, !framer.skipBlankLines());
        } catch (DamagedMemberException e) {
            damaged(frame, e.reason());
        }
    }

    private void add(Frame frame, boolean last) {
        if (frame != null) {
            long length = last && ordinal == 0 ? stored.position() - memberStart : 0;
            ready.add(new Located(frame, place(memberStart + ordinal, length)));
            ordinal++;
        }
        framer = last ? null : framer;
    }

    /** Reports the damaged member, as the record that had been found in it or as garbage, and goes to the next good one. */
    private void damaged(Frame found, Reason reason) throws IOException {
        framer = null;
        long at = stored.position();
        openAt(Math.min(input.length(), Math.max(memberStart + 1, at - LOOK_BACK)));
        skipToMember();
        boolean toFileEnd = !stored.ensure(1);
        long length = ordinal == 0 ? stored.position() - memberStart : 0;
        ready.add(new Located(damage(found, reason, toFileEnd), place(memberStart + ordinal, length)));
    }

    private static Frame damage(Frame found, Reason reason, boolean toFileEnd) {
        if (found instanceof Frame.Whole whole) {
            return new Frame.Broken(whole.start(), whole.end(), whole.headers(), reason, toFileEnd);
        }
        if (found instanceof Frame.Broken broken) {
            return new Frame.Broken(broken.start(), broken.end(), broken.headers(), reason, toFileEnd);
        }
        return new Frame.Garbage(0, 0, reason, toFileEnd);
    }

    private ArchiveLocation place(long offset, long length) {
        return new ArchiveLocation(input.name(), offset, length);
    }

    private void skipToMember() throws IOException {
        while (stored.ensure(1) && !atMember()) {
            stored.take(1);
        }
    }

    /** Whether a member begins here whose content begins with {@code WARC/}. */
    private boolean atMember() throws IOException {
        if (stored.at(0) != 0x1f) {
            return false;
        }
        int header = GzipMember.headerLength(stored);
        if (header < 0) {
            return false;
        }
        stored.ensure(header + PROBE);
        return MemberProbe.beginsRecord(stored, header);
    }

    @Override
    public long position() {
        return stored.position();
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            member.close();
            stream.close();
        }
    }
}
