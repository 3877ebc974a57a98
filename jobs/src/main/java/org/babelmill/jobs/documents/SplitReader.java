package org.babelmill.jobs.documents;

import java.io.IOException;
import java.util.List;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.ExtractionOutcome;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.UnreadableStretch;
import org.babelmill.extract.evidence.Licence;
import org.babelmill.extract.repair.Repaired;
import org.babelmill.extract.repair.TextRepair;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.jobs.input.HadoopArchive;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.document.DocumentId;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** Reads one split to its end: each record becomes a document or a ledger row. One task, one thread. */
final class SplitReader {

    private final RunConfiguration configuration;
    private final SplitTask task;
    private final SplitOutput output;
    private final CpuClock clock;
    private final DocumentExtractor extractor;
    private final Annotator annotator;

    SplitReader(RunModels.Loaded models, SplitTask task, SplitOutput output) {
        this.configuration = models.configuration();
        this.task = task;
        this.output = output;
        this.clock = new CpuClock(task);
        this.extractor = new DocumentExtractor(models.extraction());
        this.annotator = new Annotator(models, clock);
    }

    void read(InputSplit split) throws IOException {
        for (Range range : split.ranges()) {
            if (range.file().kind() == InputKind.ARCHIVE) {
                readArchive(range);
            } else {
                readText(range);
            }
        }
    }

    private void readArchive(Range range) throws IOException {
        InputFile file = range.file();
        try (ArchiveReader reader = ArchiveReader.open(
                new HadoopArchive(file, task.hadoop()), range.start(), range.end(), configuration.input())) {
            long reported = range.start();
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                clock.lap("archive");
                if (item instanceof UnreadableStretch stretch) {
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
        ExtractionOutcome outcome = extractor.extract(record);
        clock.lap("extract");
        if (outcome instanceof ExtractionOutcome.Rejected rejected) {
            drop(rejected.entry());
        } else if (outcome instanceof ExtractionOutcome.RobotsRecord robots) {
            output.robots(robots, file.name(), record.date());
            drop(robots.entry());
        } else if (outcome instanceof ExtractionOutcome.Extracted extracted) {
            page(file, extracted.document());
        }
    }

    private void page(InputFile file, ExtractedDocument document) throws IOException {
        ExtractedDocument.Source from = document.source();
        LanguageVerdict verdict = annotator.identify(document.content().text());
        if (isUnwanted(verdict.tag())) {
            drop(notSelected(from.location(), from.recordId(), from.url(), verdict.tag()));
            return;
        }
        List<Licence> licences = document.evidence().licences();
        DocumentSource source = new DocumentSource(
                DocumentId.of(from.location()),
                file.key(from.location().offset()),
                from.url(),
                PageAddress.of(from.url()).host(),
                from.date(),
                CrawlName.of(file, configuration.input().dump()),
                document.evidence().language().html(),
                licences.isEmpty() ? "" : licences.get(0).name());
        Annotation annotation = annotator.annotate(document.content().text(), source, verdict);
        output.document(source, document, annotation);
        kept(verdict.tag());
    }

    private void readText(Range range) throws IOException {
        InputFile file = range.file();
        try (TextReader reader =
                TextReader.open(range, configuration.input().maxRecordSize().bytes(), task.hadoop())) {
            long reported = 0;
            for (TextItem item = reader.next(); item != null; item = reader.next()) {
                clock.lap("archive");
                if (item instanceof TextItem.Unusable unusable) {
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
        Repaired text = repaired(document.text());
        LanguageVerdict verdict = annotator.identify(text.text());
        if (isUnwanted(verdict.tag())) {
            drop(notSelected(location, document.id(), document.url(), verdict.tag()));
            return;
        }
        DocumentSource source = new DocumentSource(
                document.id().isEmpty() ? DocumentId.of(location) : new DocumentId(document.id()),
                file.key(document.offset()),
                document.url(),
                document.url().isEmpty() ? "" : PageAddress.of(document.url()).host(),
                document.date(),
                CrawlName.of(file, configuration.input().dump()),
                document.language(),
                "");
        Annotation annotation = annotator.annotate(text.text(), source, verdict);
        output.document(source, location, document, text, annotation);
        kept(verdict.tag());
    }

    private Repaired repaired(String text) {
        return configuration.extract().repairText() ? TextRepair.repair(text) : new Repaired(text, 0);
    }

    private void kept(LanguageTag tag) {
        clock.lap("write");
        task.counts().add("records");
        task.counts().add("documents");
        task.counts().add("language/" + tag);
        task.meter().documents(1);
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

    private boolean isUnwanted(LanguageTag tag) {
        List<LanguageTag> wanted = configuration.language().select();
        return !wanted.isEmpty() && !wanted.contains(tag);
    }

    private LedgerEntry notSelected(ArchiveLocation location, String recordId, String url, LanguageTag tag) {
        Reason reason = EarlierRule.LANGUAGE_LANGUAGE_NOT_SELECTED.reason(
                tag.toString(),
                Comparison.NOT_IN,
                String.join(
                        " ",
                        configuration.language().select().stream()
                                .map(LanguageTag::toString)
                                .toList()));
        return new LedgerEntry(location, recordId, url, LedgerEntry.Kind.RECORD, reason);
    }
}
