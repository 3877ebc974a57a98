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

/** Does everything with a record that needs no storage. Belongs to one thread, and is not used again after an exception. */
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

    /** Works on a record of an archive. */
    Worked page(InputFile file, ArchiveRecord record) {
        ExtractionOutcome outcome = extractor.extract(record);
        clock.lap("extract");
        if (outcome instanceof ExtractionOutcome.Rejected rejected) {
            return new Worked.Dropped(rejected.entry());
        }
        if (outcome instanceof ExtractionOutcome.RobotsRecord robots) {
            return new Worked.Robots(robots, record.date());
        }
        return page(file, ((ExtractionOutcome.Extracted) outcome).document());
    }

    private Worked page(InputFile file, ExtractedDocument document) {
        ExtractedDocument.Source from = document.source();
        LanguageVerdict verdict = annotator.identify(document.content().text());
        if (isUnwanted(verdict.tag())) {
            return notSelected(from.location(), from.recordId(), from.url(), verdict.tag());
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
        return new Worked.Page(
                source, document, annotator.annotate(document.content().text(), source, verdict));
    }

    /** Works on a document that came as text. */
    Worked text(InputFile file, TextItem.Document document) {
        ArchiveLocation location = new ArchiveLocation(file.name(), document.offset(), 0);
        Repaired text = configuration.extract().repairText()
                ? TextRepair.repair(document.text())
                : new Repaired(document.text(), 0);
        LanguageVerdict verdict = annotator.identify(text.text());
        if (isUnwanted(verdict.tag())) {
            return notSelected(location, document.id(), document.url(), verdict.tag());
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
        return new Worked.Text(source, location, document, text, annotator.annotate(text.text(), source, verdict));
    }

    private boolean isUnwanted(LanguageTag tag) {
        List<LanguageTag> wanted = configuration.language().select();
        return !wanted.isEmpty() && !wanted.contains(tag);
    }

    private Worked notSelected(ArchiveLocation location, String recordId, String url, LanguageTag tag) {
        Reason reason = EarlierRule.LANGUAGE_LANGUAGE_NOT_SELECTED.reason(
                tag.toString(),
                Comparison.NOT_IN,
                String.join(
                        " ",
                        configuration.language().select().stream()
                                .map(LanguageTag::toString)
                                .toList()));
        return new Worked.Dropped(new LedgerEntry(location, recordId, url, LedgerEntry.Kind.RECORD, reason));
    }
}
