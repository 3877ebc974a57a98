package org.babelmill.jobs.documents;

import java.util.List;
import java.util.Locale;
import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.evidence.Licence;
import org.babelmill.extract.evidence.OptOut;
import org.babelmill.extract.pdf.PdfFacts;
import org.babelmill.extract.repair.Repaired;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.pipeline.document.ArchiveLocation;

/** Rows of the {@code documents} table. Not thread-safe. */
final class DocumentRows {

    private final RowBuilder row = new RowBuilder(DocumentsTable.SCHEMA);

    /** The row of a page. */
    Object[] of(DocumentSource source, ExtractedDocument document) {
        common(source, document.source().location());
        ExtractedDocument.Source from = document.source();
        row.set("record_id", from.recordId())
                .set("digest", from.digest())
                .set("media_type", from.mediaType())
                .set("http_status", from.status() == 0 ? null : from.status())
                .set("truncated", from.truncated());
        row.set("charset", document.encoding().charset())
                .set("charset_source", document.encoding().decidedBy().label())
                .set("replaced_characters", document.encoding().replaced())
                .set("repaired_places", document.encoding().repaired());
        ExtractedDocument.Content content = document.content();
        row.set("title", content.title())
                .set("text", content.text())
                .set("blocks", content.blocks())
                .set("page_type", content.type().label())
                .set("degradation", content.degradation().label())
                .set("agreement", (float) content.confidence());
        evidence(document.evidence());
        return row.set("declared_language", "").build();
    }

    private void evidence(ExtractedDocument.Evidence evidence) {
        row.set("html_language", evidence.language().html())
                .set("hreflang", evidence.language().hreflang())
                .set("content_language", evidence.language().content())
                .set("og_locale", evidence.language().openGraph())
                .set("opt_outs", optOuts(evidence.optOuts()))
                .set("licences", licences(evidence.licences()))
                .set("machine_translation", evidence.machineTranslation().orElse(null))
                .set("pdf_pages", evidence.pdf().map(PdfFacts::pages).orElse(null))
                .set(
                        "pdf_text_layer",
                        evidence.pdf().map(p -> (float) p.textLayerRatio()).orElse(null));
    }

    private static List<Object[]> optOuts(List<OptOut> optOuts) {
        return optOuts.stream()
                .map(o -> new Object[] {
                    o.signal().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    o.place().label(),
                    o.text()
                })
                .toList();
    }

    private static List<Object[]> licences(List<Licence> licences) {
        return licences.stream()
                .map(l -> new Object[] {l.name(), l.place().label(), l.text()})
                .toList();
    }

    /** The row of a document that came as text. */
    Object[] of(DocumentSource source, ArchiveLocation location, TextItem.Document document, Repaired text) {
        common(source, location);
        for (String empty : List.of(
                "record_id",
                "digest",
                "title",
                "page_type",
                "html_language",
                "hreflang",
                "content_language",
                "og_locale")) {
            row.set(empty, "");
        }
        return row.set("media_type", "text/plain")
                .set("truncated", false)
                .set("charset", "utf-8")
                .set("charset_source", "text")
                .set("replaced_characters", 0)
                .set("repaired_places", text.places())
                .set("text", text.text())
                .set("degradation", "none")
                .set("agreement", 1f)
                .set("opt_outs", List.of())
                .set("licences", List.of())
                .set("declared_language", document.language())
                .build();
    }

    private void common(DocumentSource source, ArchiveLocation location) {
        row.set("id", source.id().value())
                .set("key", source.key())
                .set("url", source.url())
                .set("host", source.host())
                .set("date", source.date())
                .set("dump", source.dump())
                .set("file", location.file())
                .set("offset", location.offset())
                .set("length", location.length());
    }
}
