package org.babelmill.jobs.calibrate;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.reference.JsonlText;
import org.babelmill.quality.reference.PlainText;
import org.babelmill.quality.reference.ReferenceText;
import org.babelmill.quality.reference.ReferenceText.Sink;
import org.babelmill.quality.reference.WikipediaDump;

/**
 * The part of a file that one task takes: every {@code parts}-th document. Reading is cheap beside measuring, so that
 * several tasks may read the same packed file, each for its own part.
 *
 * @param file the file
 * @param part number of the part, from 0
 * @param parts how many parts the file has
 * @param most documents of each language that are taken from the file, the first ones
 */
record ReferencePiece(ReferenceFile file, int part, int parts, long most) implements Serializable {

    private static final long LONGEST = 64L << 20;

    /** Pieces that keep so many tasks busy. */
    static List<ReferencePiece> of(List<ReferenceFile> files, int tasks, long most) {
        int parts = Math.max(1, (tasks + files.size() - 1) / files.size());
        List<ReferencePiece> pieces = new ArrayList<>();
        for (ReferenceFile file : files) {
            for (int part = 0; part < parts; part++) {
                pieces.add(new ReferencePiece(file, part, parts, most));
            }
        }
        return pieces;
    }

    /** Reads the documents of this piece. */
    void read(Configuration hadoop, Sink sink) throws IOException {
        Map<LanguageTag, Long> seen = new TreeMap<>();
        Sink own = (tag, text) -> {
            long number = seen.merge(tag, 1L, Long::sum) - 1;
            if (number < most && number % parts == part) {
                sink.accept(tag, text);
            }
        };
        Path path = new Path(file.uri());
        if (file.form() == ReferenceFile.Form.PARQUET) {
            parquet(path, hadoop, own);
            return;
        }
        ReferenceText reader = switch (file.form()) {
            case PLAIN -> new PlainText(file.tag().orElseThrow());
            case WIKIPEDIA -> new WikipediaDump(file.tag().orElseThrow());
            default -> new JsonlText(file.tag());
        };
        try (InputStream in = open(path, hadoop)) {
            reader.read(file.uri(), in, own);
        } catch (IOException e) {
            throw new UserError("--text " + file.uri() + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path path, Configuration hadoop) throws IOException {
        InputStream stored = path.getFileSystem(hadoop).open(path);
        if (path.getName().endsWith(".zst")) {
            return new ZstdInputStream(stored);
        }
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        return codec == null ? stored : codec.createInputStream(stored);
    }

    private void parquet(Path path, Configuration hadoop, Sink sink) throws IOException {
        FileSystem fs = path.getFileSystem(hadoop);
        FileStatus status = fs.getFileStatus(path);
        InputFile input = new InputFile(
                0, path.getName(), file.uri(), InputKind.PARQUET, status.getLen(), status.getModificationTime());
        try (TextReader reader = TextReader.open(new Range(input, 0, status.getLen()), LONGEST, hadoop)) {
            for (TextItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof TextItem.Document document) {
                    sink.accept(tag(document), document.text());
                }
            }
        }
    }

    private LanguageTag tag(TextItem.Document document) {
        return file.tag()
                .or(() -> LanguageLabels.standard().find(document.language()))
                .orElseThrow(() -> new UserError("--text " + file.uri() + ": row " + document.offset()
                        + " has no language that is known here: \"" + document.language() + "\"; give --language"));
    }
}
