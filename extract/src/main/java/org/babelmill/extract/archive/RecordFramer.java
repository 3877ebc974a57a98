package org.babelmill.extract.archive;

import java.io.IOException;
import java.util.Optional;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;

/**
 * Cuts a stream of uncompressed bytes into records, and finds the next record after anything that is none. Not
 * thread-safe.
 */
final class RecordFramer {

    /** What {@code streamEnd} says where the stream's length is not known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final int MAX_LINE_ENDS = 16;

    private final ByteWindow in;
    private final long maxRecord;
    private final long streamEnd;

    /**
     * @param maxRecord content bytes above which a record is passed over
     * @param streamEnd position of the stream's end, or {@link #UNKNOWN}
     */
    RecordFramer(ByteWindow in, long maxRecord, long streamEnd) {
        this.in = in;
        this.maxRecord = maxRecord;
        this.streamEnd = streamEnd;
    }

    /** Position of the next byte. */
    long position() {
        return in.position();
    }

    /** Takes empty lines; whether anything follows them. */
    boolean skipBlankLines() throws IOException {
        while (in.ensure(1) && (in.at(0) == '\n' || in.at(0) == '\r')) {
            in.take(1);
        }
        return in.ensure(1);
    }

    /** Whether a record with a readable header begins here. */
    boolean atRecord() throws IOException {
        return RecordHeader.parse(in).isPresent();
    }

    /**
     * Takes bytes up to the next record with a readable header, or to the end of the stream. A record need not begin a
     * line, since the one before may be cut off.
     */
    void skipToRecord() throws IOException {
        while (in.ensure(1) && !(in.at(0) == 'W' && atRecord())) {
            in.take(1);
        }
    }

    /** The next stretch, or null at the end of the stream. */
    Frame next() throws IOException {
        if (!skipBlankLines()) {
            return null;
        }
        Optional<RecordHeader> header = RecordHeader.parse(in);
        return header.isPresent() ? record(header.get()) : garbage();
    }

    private Frame garbage() throws IOException {
        long start = in.position();
        boolean header = RecordHeader.beginsAt(in, 0);
        try {
            in.take(1);
            skipToRecord();
        } catch (DamagedMemberException e) {
            return new Frame.Garbage(start, in.position(), e.reason(), false);
        }
        EarlierRule rule = header ? EarlierRule.READ_RECORD_HEADER : EarlierRule.READ_NOT_A_RECORD;
        return new Frame.Garbage(start, in.position(), above(rule, in.position() - start, 0), atFileEnd());
    }

    private Frame record(RecordHeader header) throws IOException {
        long start = in.position();
        in.take(header.length());
        try {
            if (header.contentLength() > streamEnd - in.position()) {
                return wrongLength(start, header);
            }
            return header.contentLength() > maxRecord ? oversized(start, header) : content(start, header);
        } catch (DamagedMemberException e) {
            return new Frame.Broken(start, in.position(), header.fields(), e.reason(), false);
        }
    }

    private Frame oversized(long start, RecordHeader header) throws IOException {
        long length = in.skip(header.contentLength());
        boolean right = length == header.contentLength() && endsWell(0);
        skipToRecord();
        Reason reason = right
                ? above(EarlierRule.READ_RECORD_SIZE, header.contentLength(), maxRecord)
                : contentLength(length, header);
        return new Frame.Broken(start, in.position(), header.fields(), reason, false);
    }

    private Frame content(long start, RecordHeader header) throws IOException {
        int announced = (int) header.contentLength();
        if (!in.ensure(announced) || !endsWell(announced)) {
            return wrongLength(start, header);
        }
        byte[] block = in.takeBytes(announced);
        skipBlankLines();
        return new Frame.Whole(start, in.position(), header.fields(), block);
    }

    /**
     * After the content come some line ends and then the next record or the end of the stream. Where anything else
     * follows, two line ends as the standard has them are enough, unless another record begins inside the content: then
     * this one was cut off and its length met two line ends of a later record by chance.
     */
    private boolean endsWell(int length) throws IOException {
        int at = length;
        while (at < length + MAX_LINE_ENDS && in.ensure(at + 1) && (in.at(at) == '\n' || in.at(at) == '\r')) {
            at++;
        }
        if (!in.ensure(at + 1) || RecordHeader.beginsAt(in, at)) {
            return true;
        }
        return at >= length + 4 && in.at(length) == '\r' && in.at(length + 1) == '\n' && !holdsRecord(length);
    }

    private boolean holdsRecord(int length) throws IOException {
        for (int at = 0; at < length; at++) {
            if (in.at(at) == 'W' && RecordHeader.beginsAt(in, at)) {
                return true;
            }
        }
        return false;
    }

    /** The announced length is wrong, so the next record may lie inside it: looks for it from the header on. */
    private Frame wrongLength(long start, RecordHeader header) throws IOException {
        long contentStart = in.position();
        skipToRecord();
        Reason reason = contentLength(in.position() - contentStart, header);
        return new Frame.Broken(start, in.position(), header.fields(), reason, atFileEnd());
    }

    private boolean atFileEnd() throws IOException {
        return streamEnd != UNKNOWN && !in.ensure(1);
    }

    private static Reason contentLength(long length, RecordHeader header) {
        Comparison comparison = length < header.contentLength() ? Comparison.BELOW : Comparison.ABOVE;
        return EarlierRule.READ_CONTENT_LENGTH.reason(
                Long.toString(length), comparison, Long.toString(header.contentLength()));
    }

    static Reason above(EarlierRule rule, long value, long threshold) {
        return rule.reason(Long.toString(value), Comparison.ABOVE, Long.toString(threshold));
    }
}
