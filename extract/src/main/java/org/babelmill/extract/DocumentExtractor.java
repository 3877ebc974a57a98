package org.babelmill.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.ExtractionOutcome.Extracted;
import org.babelmill.extract.ExtractionOutcome.Rejected;
import org.babelmill.extract.ExtractionOutcome.RobotsRecord;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.RecordType;
import org.babelmill.extract.evidence.OptOut;
import org.babelmill.extract.http.ContentSniffer;
import org.babelmill.extract.http.HeaderFields;
import org.babelmill.extract.http.HttpMessage;
import org.babelmill.extract.http.MediaType;
import org.babelmill.extract.http.Payload;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.ledger.LedgerEntry;

/**
 * The way in: from one archived record to a document, or to the reason why there is none.
 *
 * <p>Bad input of any kind has an outcome; nothing is thrown for it. The outcome depends on the record and the
 * configuration alone, not on other records, time or machine.
 *
 * <p>Not thread-safe: make one per task from the shared {@link ExtractionResources}. Making one costs a few
 * milliseconds.
 */
public final class DocumentExtractor {

    private static final int MAX_ROBOTS = 512 << 10;
    private static final String PDF = "application/pdf";
    private static final String PLAIN = "text/plain";

    private final ExtractionResources resources;
    private final RecordPolicy policy;
    private final PayloadDecoder payloads;
    private final Rights rights;
    private final PageReader pages;
    private final PdfReader pdfs;
    private final DocumentAssembler assembler;

    /** @param resources what all extractors of a process share */
    public DocumentExtractor(ExtractionResources resources) {
        this.resources = resources;
        this.policy = new RecordPolicy(resources.input());
        this.payloads =
                new PayloadDecoder((int) resources.input().maxRecordSize().bytes());
        this.rights = new Rights(resources.rights());
        this.pages = new PageReader(resources, rights);
        this.pdfs = new PdfReader(resources.extract(), rights);
        this.assembler = new DocumentAssembler(resources.extract());
    }

    /** What becomes of a record. */
    public ExtractionOutcome extract(ArchiveRecord record) {
        try {
            refuse(isRobots(record) ? Optional.empty() : policy.refuse(record));
            if (isRobots(record)) {
                return robots(record);
            }
            refuse(resources.urls().refuse(record.url()));
            Content content = content(record);
            return new Extracted(assembler.assemble(content, read(content)));
        } catch (RefusedException e) {
            return new Rejected(entry(record, e.reason()));
        }
    }

    private static void refuse(Optional<Reason> reason) throws RefusedException {
        if (reason.isPresent()) {
            throw new RefusedException(reason.get());
        }
    }

    private static LedgerEntry entry(ArchiveRecord record, Reason reason) {
        return new LedgerEntry(record.location(), record.recordId(), record.url(), LedgerEntry.Kind.RECORD, reason);
    }

    private boolean isRobots(ArchiveRecord record) {
        return record.type() == RecordType.RESPONSE
                && record.url().endsWith("/robots.txt")
                && PageAddress.of(record.url()).path().equals("/robots.txt")
                && record.http()
                        .filter(http -> resources.input().statuses().contains(http.status()))
                        .isPresent();
    }

    private RobotsRecord robots(ArchiveRecord record) {
        byte[] bytes = record.payload(payloads).bytes();
        String text = new String(bytes, 0, Math.min(bytes.length, MAX_ROBOTS), StandardCharsets.UTF_8);
        String url = record.url();
        Reason reason = EarlierRule.SELECT_ROBOTS_TXT.reason("/robots.txt", Comparison.MATCHES, "");
        return new RobotsRecord(url.substring(0, url.length() - "/robots.txt".length()), text, entry(record, reason));
    }

    private Content content(ArchiveRecord record) throws RefusedException {
        HeaderFields headers = record.http().map(HttpMessage::headers).orElseGet(HeaderFields::of);
        List<OptOut> optOuts = resources.optOuts().inHeaders(headers);
        rights.check(optOuts);
        Payload payload = record.payload(payloads);
        if (payload.bytes().length == 0) {
            throw payload.damage().isPresent()
                    ? new RefusedException(
                            EarlierRule.EXTRACT_CONTENT_CODING,
                            payload.damage().get(),
                            Comparison.NOT_EQUALS,
                            "readable")
                    : new RefusedException(EarlierRule.EXTRACT_EMPTY, "0", Comparison.BELOW, "1");
        }
        String type = mediaType(record, payload.bytes());
        int limit = (int)
                (type.equals(PDF)
                        ? Integer.MAX_VALUE
                        : resources.extract().maxBytes().bytes());
        byte[] bytes = payload.bytes();
        boolean cut = bytes.length > limit || payload.damage().isPresent();
        return new Content(
                record,
                bytes.length > limit ? Arrays.copyOf(bytes, limit) : bytes,
                type,
                record.declaredType().flatMap(MediaType::charset),
                headers,
                optOuts,
                cut);
    }

    /** The declared type, unless the bytes show a binary format or there is none. */
    private String mediaType(ArchiveRecord record, byte[] bytes) throws RefusedException {
        String declared = RecordPolicy.declared(record);
        Optional<String> binary = ContentSniffer.binary(bytes);
        if (binary.isPresent()) {
            refuse(policy.refuseType(binary.get()));
            return binary.get();
        }
        if (declared.equals(PDF)) {
            throw new RefusedException(EarlierRule.EXTRACT_BROKEN_PDF, "no header", Comparison.NOT_EQUALS, "%PDF-");
        }
        if (declared.isEmpty()) {
            return ContentSniffer.isMarkup(bytes) ? "text/html" : PLAIN;
        }
        return declared;
    }

    private Draft read(Content content) throws RefusedException {
        return switch (content.mediaType()) {
            case PDF -> pdfs.read(content);
            case PLAIN -> pages.text(content);
            default -> pages.html(content);
        };
    }
}
