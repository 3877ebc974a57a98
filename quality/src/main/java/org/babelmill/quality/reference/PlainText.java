package org.babelmill.quality.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.babelmill.pipeline.language.LanguageTag;

/** Plain text in UTF-8 of one language: documents parted by blank lines, longer ones cut at a line end. */
public final class PlainText implements ReferenceText {

    private static final int LONGEST = 100_000;

    private final LanguageTag tag;

    /** A reader of texts of one language. */
    public PlainText(LanguageTag tag) {
        this.tag = tag;
    }

    @Override
    public void read(String source, InputStream in, Sink sink) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder document = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || document.length() + line.length() > LONGEST) {
                flush(document, sink);
            }
            if (!line.isBlank()) {
                document.append(document.isEmpty() ? "" : "\n").append(line);
            }
        }
        flush(document, sink);
    }

    private void flush(StringBuilder document, Sink sink) {
        if (!document.isEmpty()) {
            sink.accept(tag, document.toString());
            document.setLength(0);
        }
    }
}
