package org.babelmill.jobs.lines;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import org.apache.spark.broadcast.Broadcast;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.table.TextsTable;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.pipeline.config.LineSettings;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;
import org.babelmill.pipeline.ledger.LedgerEntry.Kind;

/** Counts the lines of all texts, then writes the texts without those that too many pages have. */
final class LinesStage {

    private final RunContext run;

    LinesStage(RunContext run) {
        this.run = run;
    }

    StageRecord execute() throws IOException {
        long[] common = new LineCounts(run).tooCommon();
        Broadcast<long[]> unwanted = run.spark().broadcast(common);
        long maxLength = run.configuration().input().maxRecordSize().bytes();
        String bounds = bounds(run.configuration().lines());
        try {
            SplitJob.Result result = run.job(RunStage.LINES)
                    .run(
                            run.splits(),
                            (split, task) -> cut(split, task, new Rules(unwanted.value(), bounds, maxLength)),
                            run.console());
            result.counts().add("different-lines", common.length);
            return run.record(RunStage.LINES, result);
        } finally {
            unwanted.destroy();
        }
    }

    private static String bounds(LineSettings settings) {
        return settings.hosts() + " hosts, " + settings.pages() + " pages";
    }

    private record Rules(long[] unwanted, String bounds, long maxLength) {}

    private static void cut(InputSplit split, SplitTask task, Rules rules) throws IOException {
        LineCutter cutter = new LineCutter(new LongOpenHashSet(rules.unwanted()));
        try (TableWriter texts = TableWriter.create(TextsTable.SCHEMA, task.file("texts"), task.hadoop());
                TableWriter ledger = TableWriter.create(LedgerTable.SCHEMA, task.file("ledger"), task.hadoop())) {
            for (InputSplit.Range range : split.ranges()) {
                Output output = new Output(range.file(), texts, ledger, task, rules.bounds());
                try (TextReader reader = TextReader.open(range, rules.maxLength(), task.hadoop())) {
                    for (TextItem item = reader.next(); item != null; item = reader.next()) {
                        if (item instanceof TextItem.Document document) {
                            output.write(document, cutter.cut(document.text()));
                        } else {
                            output.drop(((TextItem.Unusable) item).entry());
                        }
                    }
                    task.meter().bytes(reader.bytesRead());
                }
            }
        }
    }

    /** Where the documents of one file go. */
    private record Output(InputFile file, TableWriter texts, TableWriter ledger, SplitTask task, String bounds) {

        void write(TextItem.Document document, LineCutter.Rest rest) throws IOException {
            task.counts().add("lines", rest.removed());
            if (rest.text().isBlank()) {
                drop(entry(document, Kind.RECORD, EarlierRule.DEDUP_NO_LINE_LEFT, rest.removed()));
                return;
            }
            if (rest.removed() > 0) {
                ledger.write(
                        LedgerTable.row(entry(document, Kind.LINES, EarlierRule.DEDUP_COMMON_LINES, rest.removed())));
                task.counts().add("shortened");
            }
            texts.write(new Object[] {
                document.id(), document.url(), document.date(), document.language(), rest.text(), rest.removed()
            });
            task.counts().add("documents");
            task.meter().documents(1);
        }

        void drop(LedgerEntry entry) throws IOException {
            ledger.write(LedgerTable.row(entry));
            task.counts().add(entry.kind() == Kind.DAMAGE ? "unreadable-files" : "dropped");
            task.meter().dropped(entry.kind() == Kind.DAMAGE ? 0 : 1);
        }

        private LedgerEntry entry(TextItem.Document document, Kind kind, EarlierRule rule, int removed) {
            return new LedgerEntry(
                    new ArchiveLocation(file.name(), document.offset(), 0),
                    document.id(),
                    document.url(),
                    kind,
                    rule.reason(Integer.toString(removed), Comparison.ABOVE, bounds));
        }
    }
}
