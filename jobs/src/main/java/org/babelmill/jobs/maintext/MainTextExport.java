package org.babelmill.jobs.maintext;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractionOutcome;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.UnreadableStretch;
import org.babelmill.extract.http.HeaderFields;
import org.babelmill.jobs.input.HadoopArchive;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputReads;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** Takes the main text out of files, one after the other, in their order. */
public final class MainTextExport {

    private final DocumentExtractor extractor;
    private final InputSettings input;
    private final Configuration hadoop;
    private final Map<String, Long> dropped = new TreeMap<>();
    private long documents;
    private boolean unreadable;

    /**
     * An export.
     *
     * @param extractor of this thread
     * @param input limits of records
     * @param hadoop storage settings
     */
    public MainTextExport(DocumentExtractor extractor, InputSettings input, Configuration hadoop) {
        this.extractor = extractor;
        this.input = input;
        this.hadoop = hadoop;
    }

    /**
     * What came of the files.
     *
     * @param documents lines written
     * @param dropped records without a line, by {@code stage/rule}
     * @param unreadable whether a file could not be read to its end
     */
    public record Summary(long documents, Map<String, Long> dropped, boolean unreadable) {}

    /** Writes a line for each document. */
    public Summary write(List<InputFile> files, MainTextFormat format, PrintWriter out) throws IOException {
        MainTextLine line = new MainTextLine(format);
        for (InputFile file : files) {
            if (file.kind() == InputKind.HTML) {
                page(record(file), line, file.name(), out);
            } else {
                archive(file, line, out);
            }
            if (out.checkError()) {
                throw new IOException("the output was closed");
            }
        }
        out.flush();
        return new Summary(documents, dropped, unreadable);
    }

    private void archive(InputFile file, MainTextLine line, PrintWriter out) throws IOException {
        try (ArchiveReader reader =
                ArchiveReader.open(new HadoopArchive(file, InputReads.plain(hadoop)), 0, file.length(), input)) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof UnreadableStretch stretch) {
                    drop(stretch.entry());
                    unreadable |= stretch.reachesEnd();
                } else {
                    ArchiveRecord record = (ArchiveRecord) item;
                    page(record, line, record.recordId(), out);
                }
            }
        }
    }

    private void page(ArchiveRecord record, MainTextLine line, String id, PrintWriter out) {
        ExtractionOutcome outcome = extractor.extract(record);
        if (outcome instanceof ExtractionOutcome.Extracted extracted) {
            out.print(line.of(extracted.document(), id));
            out.print('\n');
            documents++;
        } else if (outcome instanceof ExtractionOutcome.Rejected rejected) {
            drop(rejected.entry());
        } else if (outcome instanceof ExtractionOutcome.RobotsRecord robots) {
            drop(robots.entry());
        }
    }

    /** A page as a file, dressed as the archive record of a page without address. */
    private ArchiveRecord record(InputFile file) throws IOException {
        Path path = new Path(file.uri());
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            byte[] bytes = in.readNBytes((int) input.maxRecordSize().bytes());
            return new ArchiveRecord(
                    new ArchiveLocation(file.name(), 0, file.length()),
                    HeaderFields.of("WARC-Type", "resource", "Content-Type", "text/html"),
                    bytes);
        }
    }

    private void drop(LedgerEntry entry) {
        dropped.merge(entry.reason().stage().label() + "/" + entry.reason().rule(), 1L, Long::sum);
    }
}
