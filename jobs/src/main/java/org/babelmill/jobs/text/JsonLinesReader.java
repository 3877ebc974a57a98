package org.babelmill.jobs.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputReads;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** Documents from JSON lines: plain, gzip or zstd. A plain file can be read in stretches. */
final class JsonLinesReader implements TextReader {

    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json = new ObjectMapper();
    private final InputFile file;
    private final WatchedStream stored;
    private final InputStream in;
    private final long end;
    private final long maxLength;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position;
    private long lineStart;
    private long lineLength;
    private boolean broken;

    private JsonLinesReader(InputFile file, WatchedStream stored, InputStream in, long end, long maxLength) {
        this.file = file;
        this.stored = stored;
        this.in = in;
        this.end = end;
        this.maxLength = maxLength;
    }

    static JsonLinesReader open(Range range, long maxLength, InputReads reads) throws IOException {
        InputFile file = range.file();
        boolean packed = file.name().endsWith(".gz") || file.name().endsWith(".zst");
        // From one byte before, so that a line that starts exactly here is found by the line end before it.
        InputStream opened = reads.open(file, packed ? 0 : Math.max(0, range.start() - 1));
        try {
            WatchedStream stored = new WatchedStream(opened);
            JsonLinesReader reader = new JsonLinesReader(
                    file, stored, unpacked(file, stored), packed ? Long.MAX_VALUE : range.end(), maxLength);
            if (!packed && range.start() > 0) {
                reader.position = range.start() - 1;
                reader.readLine();
            }
            return reader;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputFile file, InputStream stored) throws IOException {
        if (file.name().endsWith(".gz")) {
            return new BufferedInputStream(
                    GzipCompressorInputStream.builder()
                            .setInputStream(stored)
                            .setDecompressConcatenated(true)
                            .get(),
                    BUFFER);
        }
        return new BufferedInputStream(file.name().endsWith(".zst") ? new ZstdInputStream(stored) : stored, BUFFER);
    }

    @Override
    public TextItem next() throws IOException {
        while (!broken && position < end) {
            try {
                if (!readLine()) {
                    return null;
                }
            } catch (IOException e) {
                if (stored.hasFailed()) {
                    throw e;
                }
                broken = true;
                return unusable(
                        EarlierRule.READ_FILE_DAMAGED,
                        e.getMessage() == null ? "cut off" : e.getMessage(),
                        "readable to its end");
            }
            if (lineLength > maxLength) {
                return new TextItem.Unusable(entry(EarlierRule.READ_RECORD_SIZE.reason(
                        Long.toString(lineLength), Comparison.ABOVE, Long.toString(maxLength))));
            }
            if (!isBlank()) {
                return parse();
            }
        }
        return null;
    }

    /** Reads to the next line end; only the first {@code maxLength} bytes are held. */
    private boolean readLine() throws IOException {
        line.reset();
        lineStart = position;
        lineLength = 0;
        int b = in.read();
        if (b < 0) {
            return false;
        }
        while (b >= 0) {
            position++;
            if (b == '\n') {
                return true;
            }
            lineLength++;
            if (lineLength <= maxLength) {
                line.write(b);
            }
            b = in.read();
        }
        return true;
    }

    private boolean isBlank() {
        return line.toString(StandardCharsets.ISO_8859_1).isBlank();
    }

    private TextItem parse() throws IOException {
        JsonNode node;
        try {
            node = json.readTree(line.toByteArray());
        } catch (JsonProcessingException e) {
            return unusable(EarlierRule.READ_JSON, e.getOriginalMessage(), "a JSON object");
        }
        if (!node.isObject()) {
            return unusable(EarlierRule.READ_JSON, node.getNodeType().toString(), "a JSON object");
        }
        JsonNode text = node.path("text");
        if (!text.isTextual() || text.textValue().isBlank()) {
            return unusable(
                    EarlierRule.READ_TEXT,
                    text.isMissingNode() ? "none" : text.getNodeType().toString(),
                    "text that is not blank");
        }
        return new TextItem.Document(
                lineStart,
                node.path("id").asText(""),
                text.textValue(),
                node.path("url").asText(""),
                node.path("date").asText(""),
                node.path("language").asText(""));
    }

    private TextItem unusable(EarlierRule rule, String value, String wanted) {
        return new TextItem.Unusable(entry(rule.reason(value, Comparison.NOT_EQUALS, wanted)));
    }

    private LedgerEntry entry(Reason reason) {
        return new LedgerEntry(
                new ArchiveLocation(file.name(), lineStart, lineLength),
                "",
                "",
                broken ? LedgerEntry.Kind.DAMAGE : LedgerEntry.Kind.RECORD,
                reason);
    }

    @Override
    public long bytesRead() {
        return stored.bytesRead();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
