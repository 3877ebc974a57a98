package org.babelmill.extract.archive;

import java.io.IOException;
import java.io.InputStream;
import org.babelmill.pipeline.document.ArchiveLocation;

/** Frames of an archive that is stored uncompressed. */
final class PlainFrames implements FrameSource {

    private final String name;
    private final long start;
    private final long end;
    private final InputStream stream;
    private final RecordFramer framer;
    private boolean synchronised;

    PlainFrames(ArchiveInput input, long start, long end, long maxRecord) throws IOException {
        this.name = input.name();
        this.start = start;
        this.end = end;
        this.stream = input.open(start);
        this.framer = new RecordFramer(new ByteWindow(stream::read, start), maxRecord, input.length());
    }

    @Override
    public Located next() throws IOException {
        if (!synchronised && start > 0) {
            framer.skipToRecord();
        }
        synchronised = true;
        if (!framer.skipBlankLines() || (framer.position() >= end && framer.atRecord())) {
            return null;
        }
        Frame frame = framer.next();
        return new Located(frame, new ArchiveLocation(name, frame.start(), frame.end() - frame.start()));
    }

    @Override
    public long position() {
        return framer.position();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
