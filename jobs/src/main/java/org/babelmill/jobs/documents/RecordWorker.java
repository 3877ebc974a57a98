package org.babelmill.jobs.documents;

import java.util.List;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.ExtractionOutcome;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.evidence.Licence;
import org.babelmill.extract.repair.Repaired;
import org.babelmill.extract.repair.TextRepair;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.document.DocumentId;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.ledger.LedgerEntry;

/**
 * Does everything with a record that needs no storage, in three steps: first {@link #page} or {@link #text}, then {@link
 * #identify}, then {@link #annotate}. Belongs to one thread, and is not used again after an exception.
 */
final class RecordWorker {

    private final RunConfiguration configuration;
    private final CpuClock clock;
    private final DocumentExtractor extractor;
    private final Annotator annotator;

    RecordWorker(RunModels.Loaded models, CpuClock clock) {
        this.configuration = models.configuration();
        this.clock = clock;
        this.extractor = new DocumentExtractor(models.extraction());
        this.annotator = new Annotator(models, clock);
    }

    /** Begins with a record of an archive. */
    Worked page(InputFile file, ArchiveRecord record) {
        ExtractionOutcome outcome = extractor.extract(record);
        clock.lap("extract");
        if (outcome instanceof ExtractionOutcome.Rejected rejected) {
            return new Worked.Dropped(rejected.entry());
        }
        if (outcome instanceof ExtractionOutcome.RobotsRecord robots) {
            return new Worked.Robots(robots, record.date());
        }
        return new Worked.UnreadPage(file, ((ExtractionOutcome.Extracted) outcome).document());
    }

    /** Begins with a document that came as text. */
    Worked text(InputFile file, TextItem.Document document) {
        Repaired text = configuration.extract().repairText()
                ? TextRepair.repair(document.text())
                : new Repaired(document.text(), 0);
        clock.lap("extract");
        return new Worked.UnreadText(file, document, text);
    }

    /** Finds the language of a document; leaves as it is what has none to be found. */
    Worked identify(Worked worked) {
        if (!(worked instanceof Worked.Unread document)) {
            return worked;
        }
        LanguageVerdict verdict = annotator.identify(document.content());
        return isUnwanted(verdict.tag())
                ? notSelected(document, verdict.tag())
                : new Worked.Identified(document, verdict);
    }

    /** Finds out everything else about a document; leaves what is none as it is. */
    Worked annotate(Worked worked) {
        if (!(worked instanceof Worked.Identified identified)) {
            return worked;
        }
        LanguageVerdict verdict = identified.verdict();
        if (identified.document() instanceof Worked.UnreadPage page) {
            DocumentSource source = source(page);
            return new Worked.Page(source, page.document(), annotator.annotate(page.content(), source, verdict));
        }
        Worked.UnreadText text = (Worked.UnreadText) identified.document();
        DocumentSource source = source(text);
        return new Worked.Text(
                source,
                location(text),
                text.document(),
                text.text(),
                annotator.annotate(text.content(), source, verdict));
    }

    private DocumentSource source(Worked.UnreadPage page) {
        ExtractedDocument document = page.document();
        ExtractedDocument.Source from = document.source();
        List<Licence> licences = document.evidence().licences();
        return new DocumentSource(
                DocumentId.of(from.location()),
                page.file().key(from.location().offset()),
                from.url(),
                PageAddress.of(from.url()).host(),
                from.date(),
                CrawlName.of(page.file(), configuration.input().dump()),
                document.evidence().language().html(),
                licences.isEmpty() ? "" : licences.get(0).name());
    }

    private DocumentSource source(Worked.UnreadText text) {
        TextItem.Document document = text.document();
        return new DocumentSource(
                document.id().isEmpty() ? DocumentId.of(location(text)) : new DocumentId(document.id()),
                text.file().key(document.offset()),
                document.url(),
                document.url().isEmpty() ? "" : PageAddress.of(document.url()).host(),
                document.date(),
                CrawlName.of(text.file(), configuration.input().dump()),
                document.language(),
                "");
    }

    private static ArchiveLocation location(Worked.UnreadText text) {
        return new ArchiveLocation(text.file().name(), text.document().offset(), 0);
    }

    private boolean isUnwanted(LanguageTag tag) {
        List<LanguageTag> wanted = configuration.language().select();
        return !wanted.isEmpty() && !wanted.contains(tag);
    }

    private Worked notSelected(Worked.Unread document, LanguageTag tag) {
        Reason reason = EarlierRule.LANGUAGE_LANGUAGE_NOT_SELECTED.reason(
                tag.toString(),
                Comparison.NOT_IN,
                String.join(
                        " ",
                        configuration.language().select().stream()
                                .map(LanguageTag::toString)
                                .toList()));
        if (document instanceof Worked.UnreadPage page) {
            ExtractedDocument.Source from = page.document().source();
            return dropped(from.location(), from.recordId(), from.url(), reason);
        }
        Worked.UnreadText text = (Worked.UnreadText) document;
        return dropped(location(text), text.document().id(), text.document().url(), reason);
    }

    private static Worked dropped(ArchiveLocation location, String recordId, String url, Reason reason) {
        return new Worked.Dropped(new LedgerEntry(location, recordId, url, LedgerEntry.Kind.RECORD, reason));
    }
}
