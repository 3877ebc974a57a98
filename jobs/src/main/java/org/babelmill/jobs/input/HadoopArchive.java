package org.babelmill.jobs.input;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.babelmill.extract.archive.ArchiveInput;

/** An archive on any storage Hadoop knows. */
public final class HadoopArchive implements ArchiveInput {

    private final InputFile file;
    private final Configuration hadoop;

    /** A file of an input. */
    public HadoopArchive(InputFile file, Configuration hadoop) {
        this.file = file;
        this.hadoop = hadoop;
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
    public InputStream open(long offset) throws IOException {
        Path path = new Path(file.uri());
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        try {
            in.seek(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
