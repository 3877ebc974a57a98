package org.babelmill.jobs.documents;

import java.io.Closeable;
import java.io.IOException;
import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.ExtractionOutcome.RobotsRecord;
import org.babelmill.extract.repair.Repaired;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.RobotsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** The files that one split of the heavy pass writes. Not thread-safe. */
final class SplitOutput implements Closeable {

    private final TableWriter documents;
    private final TableWriter signals;
    private final TableWriter ledger;
    private final TableWriter robots;
    private final DocumentRows documentRows = new DocumentRows();
    private final SignalRows signalRows = new SignalRows();

    SplitOutput(SplitTask task) throws IOException {
        this.documents = writer(DocumentsTable.SCHEMA, task);
        this.signals = writer(SignalsTable.SCHEMA, task);
        this.ledger = writer(LedgerTable.SCHEMA, task);
        this.robots = writer(RobotsTable.SCHEMA, task);
    }

    private static TableWriter writer(TableSchema schema, SplitTask task) throws IOException {
        return TableWriter.create(schema, task.file(schema.name()), task.hadoop());
    }

    void document(DocumentSource source, ExtractedDocument document, Annotation annotation) throws IOException {
        documents.write(documentRows.of(source, document));
        signals.write(signalRows.of(source, annotation));
    }

    void document(
            DocumentSource source,
            ArchiveLocation location,
            TextItem.Document document,
            Repaired text,
            Annotation annotation)
            throws IOException {
        documents.write(documentRows.of(source, location, document, text));
        signals.write(signalRows.of(source, annotation));
    }

    void ledger(LedgerEntry entry) throws IOException {
        ledger.write(LedgerTable.row(entry));
    }

    void robots(RobotsRecord record, String file, String date) throws IOException {
        robots.write(new Object[] {record.origin(), file, date, record.text()});
    }

    @Override
    public void close() throws IOException {
        documents.close();
        signals.close();
        ledger.close();
        robots.close();
    }
}
