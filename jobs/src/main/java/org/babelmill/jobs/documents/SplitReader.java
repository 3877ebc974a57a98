package org.babelmill.jobs.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.UnreadableStretch;
import org.babelmill.jobs.input.HadoopArchive;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputReads;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.input.RequestBudget;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.ledger.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one split to its end: each record becomes a document or a ledger row. A record that cannot be worked on, or that
 * killed earlier attempts, is put aside with its bytes. One task, one thread.
 *
 * <p>Several records go through a step before the next step begins: a processor that has just parsed a page has nothing of
 * the language models and word lists left in its caches (docs/tuning.md). Rows are written in the order of the records.
 */
final class SplitReader {

    private static final Logger LOG = LoggerFactory.getLogger(SplitReader.class);

    /** So many records wait at most for their next step: a step's programs and tables are fetched for a sixteenth of them. */
    private static final int MOST_WAITING = 16;

    /** None waits any longer when what waits is so large, see {@link Worked#size}: usual pages have a tenth of it together. */
    private static final int MOST_WAITING_SIZE = 1 << 20;

    private final RunModels.Loaded models;
    private final InputSettings settings;
    private final InputReads reads;
    private final SplitTask task;
    private final SplitOutput output;
    private final CpuClock clock;
    private final Quarantine quarantine;
    private final List<Waiting> waiting = new ArrayList<>();
    private RecordWorker worker;
    private int waitingSize;

    SplitReader(RunModels.Loaded models, RequestBudget budget, SplitTask task, SplitOutput output) {
        this.models = models;
        this.settings = models.configuration().input();
        this.reads = new InputReads(
                task.hadoop(), budget, models.configuration().storage().retries());
        this.task = task;
        this.output = output;
        this.clock = new CpuClock(task);
        this.quarantine = new Quarantine(task.directory(), reads);
        this.worker = new RecordWorker(models, clock);
    }

    void read(InputSplit split) throws IOException {
        for (Range range : split.ranges()) {
            if (range.file().kind() == InputKind.ARCHIVE) {
                readArchive(range);
            } else {
                readText(range);
            }
            finishWaiting();
        }
    }

    private void readArchive(Range range) throws IOException {
        InputFile file = range.file();
        try (ArchiveReader reader =
                ArchiveReader.open(new HadoopArchive(file, reads), range.start(), range.end(), settings)) {
            long reported = range.start();
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                clock.lap("archive");
                if (item instanceof UnreadableStretch stretch) {
                    finishWaiting();
                    drop(stretch.entry());
                    if (stretch.reachesEnd()) {
                        task.counts().add("unreadable-files");
                    }
                } else {
                    page(file, (ArchiveRecord) item);
                }
                long position = Math.min(reader.position(), range.end());
                task.meter().bytes(Math.max(0, position - reported));
                reported = Math.max(reported, position);
            }
            task.meter().bytes(range.end() - reported);
        }
    }

    private void page(InputFile file, ArchiveRecord record) throws IOException {
        ArchiveLocation location = record.location();
        Origin origin = new Origin(file, location, record.recordId(), record.url());
        document(origin, () -> worker.page(file, record), () -> quarantine.record(file, location));
    }

    private void readText(Range range) throws IOException {
        InputFile file = range.file();
        try (TextReader reader = TextReader.open(range, settings.maxRecordSize().bytes(), reads)) {
            long reported = 0;
            for (TextItem item = reader.next(); item != null; item = reader.next()) {
                clock.lap("archive");
                if (item instanceof TextItem.Unusable unusable) {
                    finishWaiting();
                    drop(unusable.entry());
                    if (unusable.entry().kind() == LedgerEntry.Kind.DAMAGE) {
                        task.counts().add("unreadable-files");
                    }
                } else {
                    text(file, (TextItem.Document) item);
                }
                task.meter().bytes(reader.bytesRead() - reported);
                reported = reader.bytesRead();
            }
        }
    }

    private void text(InputFile file, TextItem.Document document) throws IOException {
        ArchiveLocation location = new ArchiveLocation(file.name(), document.offset(), 0);
        Origin origin = new Origin(file, location, document.id(), document.url());
        document(origin, () -> worker.text(file, document), () -> quarantine.text(location, document.text()));
    }

    /**
     * Where something is from that may become a document.
     *
     * @param file that holds it
     * @param location its place there
     * @param id its own name, empty when it has none
     * @param url address, empty when unknown
     */
    private record Origin(InputFile file, ArchiveLocation location, String id, String url) {}

    /** Puts bytes aside. */
    private interface Keeping {
        void keep() throws IOException;
    }

    /**
     * A record between two steps.
     *
     * @param origin where it is from
     * @param bytes puts it aside
     * @param worked what became of it so far
     */
    private record Waiting(Origin origin, Keeping bytes, Worked worked) {}

    private void document(Origin origin, Supplier<Worked> work, Keeping bytes) throws IOException {
        long key = origin.file().key(origin.location().offset());
        if (task.attempts().moves(key)) {
            finishWaiting();
        }
        Worked worked =
                task.attempts().killed(key) ? putAside(origin, Quarantine.killed(), bytes) : step(origin, bytes, work);
        waiting.add(new Waiting(origin, bytes, worked));
        waitingSize += worked.size();
        if (waiting.size() >= MOST_WAITING || waitingSize >= MOST_WAITING_SIZE) {
            finishWaiting();
        }
    }

    private void finishWaiting() throws IOException {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting record = waiting.get(i);
            waiting.set(i, step(record, () -> worker.identify(record.worked())));
        }
        for (int i = 0; i < waiting.size(); i++) {
            Waiting record = waiting.get(i);
            waiting.set(i, step(record, () -> worker.annotate(record.worked())));
        }
        for (Waiting record : waiting) {
            write(record.origin().file(), record.worked());
        }
        waiting.clear();
        waitingSize = 0;
    }

    private Waiting step(Waiting record, Supplier<Worked> work) throws IOException {
        return new Waiting(record.origin(), record.bytes(), step(record.origin(), record.bytes(), work));
    }

    private Worked step(Origin origin, Keeping bytes, Supplier<Worked> work) throws IOException {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // LinkageError: a document asks a library for an optional part that is not there, such as a cipher of a
            // PDF.
            LOG.error(
                    "{} at {}: put aside",
                    origin.file().uri(),
                    origin.location().offset(),
                    e);
            // What was halfway through a record may hold parts of it.
            worker = new RecordWorker(models, clock);
            return putAside(origin, Quarantine.failed(e), bytes);
        }
    }

    private void write(InputFile file, Worked worked) throws IOException {
        if (worked instanceof Worked.Dropped dropped) {
            drop(dropped.entry());
        } else if (worked instanceof Worked.Robots robots) {
            output.robots(robots.record(), file.name(), robots.date());
            drop(robots.record().entry());
        } else if (worked instanceof Worked.Page page) {
            output.document(page.source(), page.document(), page.annotation());
            kept(page.annotation().verdict().tag());
        } else {
            // Nothing else is left after the last step.
            Worked.Text text = (Worked.Text) worked;
            output.document(text.source(), text.location(), text.document(), text.text(), text.annotation());
            kept(text.annotation().verdict().tag());
        }
    }

    private void kept(LanguageTag tag) {
        clock.lap("write");
        task.counts().add("records");
        task.counts().add("documents");
        task.counts().add("language/" + tag);
        task.meter().documents(1);
    }

    private Worked putAside(Origin origin, Reason reason, Keeping bytes) throws IOException {
        bytes.keep();
        clock.lap("write");
        task.counts().add("put-aside");
        return new Worked.Dropped(
                new LedgerEntry(origin.location(), origin.id(), origin.url(), LedgerEntry.Kind.RECORD, reason));
    }

    private void drop(LedgerEntry entry) throws IOException {
        output.ledger(entry);
        String name = "ledger/" + entry.reason().stage().label() + "/"
                + entry.reason().rule();
        task.counts().add(name);
        if (entry.kind() == LedgerEntry.Kind.RECORD) {
            task.counts().add("records");
            task.counts().add("dropped");
            task.meter().dropped(1);
        } else {
            task.counts().add("damage");
        }
        clock.lap("write");
    }
}
