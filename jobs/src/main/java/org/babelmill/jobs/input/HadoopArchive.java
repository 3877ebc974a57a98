package org.babelmill.jobs.input;

import java.io.InputStream;
import org.babelmill.extract.archive.ArchiveInput;

/** An archive on any storage Hadoop knows. */
public final class HadoopArchive implements ArchiveInput {

    private final InputFile file;
    private final InputReads reads;

    /** A file of an input. */
    public HadoopArchive(InputFile file, InputReads reads) {
        this.file = file;
        this.reads = reads;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public InputStream open(long offset) {
        return reads.open(file, offset);
    }
}
