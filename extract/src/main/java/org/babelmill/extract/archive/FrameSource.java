package org.babelmill.extract.archive;

import java.io.Closeable;
import java.io.IOException;
import org.babelmill.pipeline.document.ArchiveLocation;

/** Frames of one range of an archive with their places, however the archive is stored. */
interface FrameSource extends Closeable {

    /** The next frame, or null when no record of the range is left. */
    Located next() throws IOException;

    /** Stored bytes of the file up to which everything was read. */
    long position();

    /** A frame and the place that it takes in the archive as stored. */
    record Located(Frame frame, ArchiveLocation location) {}
}
