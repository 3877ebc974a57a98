package org.babelmill.jobs.label;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** Labels texts, one after the other, in their order. */
public final class LabelExport {

    private final LanguageIdentifier.Session session;
    private final LabelFormat format;
    private final PrintWriter out;

    /** An export to a writer. */
    public LabelExport(LanguageIdentifier identifier, LabelFormat format, PrintWriter out) {
        this.session = identifier.newSession();
        this.format = format;
        this.out = out;
    }

    /**
     * Labels lines, named by their number from 1.
     *
     * @return how many
     */
    public long lines(Stream<String> lines) {
        long[] number = new long[1];
        lines.forEachOrdered(line -> label(Long.toString(++number[0]), line));
        out.flush();
        return number[0];
    }

    /**
     * Labels the documents of text files.
     *
     * @param maxLength longest line that is read
     * @return lines or rows without a usable text, by reason
     */
    public Map<String, Long> files(List<InputFile> files, long maxLength, Configuration hadoop) throws IOException {
        Map<String, Long> unusable = new TreeMap<>();
        for (InputFile file : files) {
            try (TextReader reader = TextReader.open(new Range(file, 0, file.length()), maxLength, hadoop)) {
                for (TextItem item = reader.next(); item != null; item = reader.next()) {
                    if (item instanceof TextItem.Document document) {
                        label(
                                document.id().isEmpty() ? file.name() + ":" + document.offset() : document.id(),
                                document.text());
                    } else {
                        LedgerEntry entry = ((TextItem.Unusable) item).entry();
                        unusable.merge(entry.reason().rule(), 1L, Long::sum);
                    }
                }
            }
        }
        out.flush();
        return unusable;
    }

    private void label(String id, String text) {
        out.print(
                switch (format) {
                    case TSV -> id + "\t" + cells(session.identifyDocument(text)) + "\n";
                    case JSONL -> LabelLine.of(id, session.identify(text)) + "\n";
                });
    }

    private static String cells(LanguageVerdict verdict) {
        return verdict.tag() + "\t" + String.format(Locale.ROOT, "%.6f", verdict.probability());
    }
}
