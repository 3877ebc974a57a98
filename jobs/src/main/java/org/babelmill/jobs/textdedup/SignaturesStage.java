package org.babelmill.jobs.textdedup;

import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.SignaturesTable;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** Texts to signatures, split by split; lines that are no document become ledger rows. */
final class SignaturesStage {

    private final RunContext run;

    SignaturesStage(RunContext run) {
        this.run = run;
    }

    /** Signs every split that is not finished. */
    StageRecord execute() throws IOException {
        InputSettings input = run.configuration().input();
        Options options = new Options(
                run.configuration().dedup(), input.dump(), input.maxRecordSize().bytes());
        SplitJob.Result result = run.job(RunStage.SIGNATURES)
                .run(run.splits(), (split, task) -> sign(split, task, options), run.console());
        return run.record(RunStage.SIGNATURES, result);
    }

    /** What travels to the tasks. */
    private record Options(DedupSettings dedup, String dump, long maxLength) implements Serializable {}

    private static void sign(InputSplit split, SplitTask task, Options options) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SignatureScheme scheme = SignatureScheme.of(options.dedup());
        try (TableWriter rows = TableWriter.create(SignaturesTable.SCHEMA, task.file("signatures"), task.hadoop());
                TableWriter ledger = TableWriter.create(LedgerTable.SCHEMA, task.file("ledger"), task.hadoop())) {
            for (InputSplit.Range range : split.ranges()) {
                SignatureRows signatures = new SignatureRows(range.file(), options.dump(), scheme);
                try (TextReader reader = TextReader.open(range, options.maxLength(), task.hadoop())) {
                    read(reader, signatures, new Tables(rows, ledger), task);
                }
            }
        }
        task.cost("sign", ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    private record Tables(TableWriter signatures, TableWriter ledger) {}

    private static void read(TextReader reader, SignatureRows signatures, Tables tables, SplitTask task)
            throws IOException {
        long reported = 0;
        for (TextItem item = reader.next(); item != null; item = reader.next()) {
            if (item instanceof TextItem.Document document) {
                tables.signatures().write(signatures.of(document));
                task.counts().add("documents");
                task.meter().documents(1);
            } else {
                drop(((TextItem.Unusable) item).entry(), tables, task);
            }
            task.meter().bytes(reader.bytesRead() - reported);
            reported = reader.bytesRead();
        }
    }

    private static void drop(LedgerEntry entry, Tables tables, SplitTask task) throws IOException {
        tables.ledger().write(LedgerTable.row(entry));
        boolean damage = entry.kind() == LedgerEntry.Kind.DAMAGE;
        task.counts().add(damage ? "unreadable-files" : "dropped");
        task.meter().dropped(damage ? 0 : 1);
    }
}
