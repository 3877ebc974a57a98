package org.babelmill.extract;

import java.util.List;
import java.util.Optional;
import org.babelmill.extract.ExtractedDocument.Encoding;
import org.babelmill.extract.ExtractedDocument.Evidence;
import org.babelmill.extract.charset.DecodedText;
import org.babelmill.extract.content.PageType;
import org.babelmill.extract.evidence.LanguageHints;
import org.babelmill.extract.pdf.PdfExtractor;
import org.babelmill.extract.pdf.PdfText;
import org.babelmill.extract.pdf.UnreadablePdfException;
import org.babelmill.pipeline.config.ExtractSettings;
import org.babelmill.pipeline.decision.Comparison;

/** Reads PDF. Not thread-safe. */
final class PdfReader {

    private final PdfExtractor extractor;
    private final Rights rights;

    PdfReader(ExtractSettings settings, Rights rights) {
        this.extractor = new PdfExtractor(settings.maxPdfPages(), settings.maxTextChars());
        this.rights = rights;
    }

    Draft read(Content content) throws RefusedException {
        rights.checkLicences(List.of());
        PdfText pdf;
        try {
            pdf = extractor.extract(content.bytes());
        } catch (UnreadablePdfException e) {
            throw new RefusedException(e.rule(), e.getMessage(), Comparison.NOT_EQUALS, "readable");
        }
        Evidence evidence = new Evidence(
                new LanguageHints(
                        "", "", content.headers().first("Content-Language").orElse(""), ""),
                content.headerOptOuts(),
                List.of(),
                Optional.empty(),
                Optional.of(pdf.facts()));
        Encoding encoding = new Encoding("utf-8", DecodedText.Evidence.DECLARATION, 0, 0);
        boolean cut = pdf.facts().pagesRead() < pdf.facts().pages();
        return new Draft(pdf.tree(), PageType.ARTICLE, Degradation.FULL, 1, encoding, evidence, cut);
    }
}
