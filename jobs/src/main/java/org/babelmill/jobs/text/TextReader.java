package org.babelmill.jobs.text;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputReads;
import org.babelmill.jobs.input.InputSplit.Range;

/** Reads the documents of a text file, in order. Not thread-safe. */
public interface TextReader extends Closeable {

    /** The next item, {@code null} after the last. */
    TextItem next() throws IOException;

    /** Stored bytes read so far, for progress. */
    long bytesRead();

    /**
     * Opens a stretch of a file.
     *
     * @param range of a JSON-lines or Parquet file; only lines that start in it are read
     * @param maxLength longest line that is read; a longer one becomes unusable
     * @param reads of the task
     */
    static TextReader open(Range range, long maxLength, InputReads reads) throws IOException {
        return range.file().kind() == InputKind.PARQUET
                ? ParquetTextReader.open(range, reads)
                : JsonLinesReader.open(range, maxLength, reads);
    }

    /** The same with plain reads. */
    static TextReader open(Range range, long maxLength, Configuration hadoop) throws IOException {
        return open(range, maxLength, InputReads.plain(hadoop));
    }
}
