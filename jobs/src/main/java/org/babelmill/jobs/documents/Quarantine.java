package org.babelmill.jobs.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.input.HadoopArchive;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputReads;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.SplitAttempts;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.document.DocumentId;

/**
 * Where records lie that this program cannot work on, each in a file of its own: an archive of one record, or a text. File
 * names are document ids, so that nothing an archive says decides where a file goes.
 */
final class Quarantine {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Configuration hadoop;
    private final InputReads reads;

    Quarantine(RunDirectory directory, InputReads reads) {
        this.folder = directory.path("quarantine");
        this.hadoop = directory.hadoop();
        this.reads = reads;
    }

    /** Why a record is put aside whose work ended in an exception. */
    static Reason failed(Throwable cause) {
        return EarlierRule.EXTRACT_PROCESSING_FAILED.reason(cause.getClass().getSimpleName(), Comparison.EQUALS, "");
    }

    /** Why a record is put aside that killed processes. */
    static Reason killed() {
        String deaths = Integer.toString(SplitAttempts.DEATHS);
        return EarlierRule.EXTRACT_PROCESS_KILLED.reason(deaths, Comparison.AT_LEAST, deaths);
    }

    /** Copies the stored bytes of a record. */
    void record(InputFile file, ArchiveLocation location) throws IOException {
        HadoopArchive archive = new HadoopArchive(file, reads);
        String ending = file.name().endsWith(".gz") ? ".warc.gz" : ".warc";
        try (InputStream in = archive.open(location.offset());
                OutputStream out = create(location, ending)) {
            byte[] buffer = new byte[BUFFER];
            long left = location.length();
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                if (read == 0) {
                    throw new IOException(file.uri() + ": ended within the record at " + location.offset());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** Keeps the text of a document that came as text. */
    void text(ArchiveLocation location, String text) throws IOException {
        try (OutputStream out = create(location, ".txt")) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private OutputStream create(ArchiveLocation location, String ending) throws IOException {
        FileSystem fs = folder.getFileSystem(hadoop);
        return fs.create(new Path(folder, DocumentId.of(location) + ending), true);
    }
}
