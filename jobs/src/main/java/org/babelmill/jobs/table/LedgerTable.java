package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;
import java.util.Locale;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** The {@code ledger} table: one row for each record, or stretch of bytes, that did not become a document. */
public final class LedgerTable {

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "ledger",
            1,
            List.of(
                    Column.of("file", STRING, "Logical name of the archive file."),
                    Column.of("offset", LONG, "Position of the first byte in the stored file."),
                    Column.of("length", LONG, "Stored bytes, 0 when unknown."),
                    Column.lookup("record_id", "WARC-Record-ID without angle brackets, empty when unreadable."),
                    Column.lookup("url", "Address of the page, empty when unreadable."),
                    Column.of(
                            "kind",
                            STRING,
                            "record; damage for bytes that are no record; lines for what went out of a document."),
                    Column.of("stage", STRING, "Stage that stopped it."),
                    Column.of("rule", STRING, "Rule that stopped it."),
                    Column.of("value", STRING, "What the rule saw."),
                    Column.of("comparison", STRING, "How value and threshold were compared."),
                    Column.of("threshold", STRING, "What the value was held against, empty where there is nothing.")));

    private LedgerTable() {}

    /** An entry as a row. */
    public static Object[] row(LedgerEntry entry) {
        Reason reason = entry.reason();
        return new Object[] {
            entry.location().file(),
            entry.location().offset(),
            entry.location().length(),
            entry.recordId(),
            entry.url(),
            entry.kind().name().toLowerCase(Locale.ROOT),
            reason.stage().label(),
            reason.rule(),
            reason.value(),
            reason.comparison().symbol(),
            reason.threshold()
        };
    }
}
