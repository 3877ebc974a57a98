package org.babelmill.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.babelmill.extract.charset.DecodedText;
import org.babelmill.extract.content.PageType;
import org.babelmill.extract.evidence.LanguageHints;
import org.babelmill.extract.evidence.Licence;
import org.babelmill.extract.evidence.OptOut;
import org.babelmill.extract.pdf.PdfFacts;
import org.babelmill.pipeline.document.ArchiveLocation;

/**
 * A document and everything known of how it came to be. Immutable but for the array in {@link Content}, which nobody may
 * write to.
 */
public record ExtractedDocument(Source source, Encoding encoding, Content content, Evidence evidence) {

    public ExtractedDocument {
        requireNonNull(source, "source");
        requireNonNull(encoding, "encoding");
        requireNonNull(content, "content");
        requireNonNull(evidence, "evidence");
    }

    /**
     * Where it came from.
     *
     * @param recordId the archive's own name of the record, empty when absent
     * @param date when it was fetched, ISO 8601 as archived, empty when absent
     * @param mediaType what the content was taken for
     * @param status HTTP status, 0 for records without HTTP
     * @param digest of the payload: as archived, such as {@code sha1:…} in base 32, else {@code xxh64:…}
     * @param truncated whether the crawler, a limit or broken codings cut the content
     */
    public record Source(
            ArchiveLocation location,
            String recordId,
            String url,
            String date,
            String mediaType,
            int status,
            String digest,
            boolean truncated) {

        public Source {
            requireNonNull(location, "location");
            requireNonNull(recordId, "recordId");
            requireNonNull(url, "url");
            requireNonNull(date, "date");
            requireNonNull(mediaType, "mediaType");
            requireNonNull(digest, "digest");
        }
    }

    /**
     * How bytes became characters.
     *
     * @param charset lower case; {@code utf-8} for PDF
     * @param decidedBy what decided for the charset
     * @param replaced characters that could not be decoded
     * @param repaired places where text had been decoded wrongly before it was archived and was mended
     */
    public record Encoding(String charset, DecodedText.Evidence decidedBy, int replaced, int repaired) {

        public Encoding {
            requireNonNull(charset, "charset");
            requireNonNull(decidedBy, "decidedBy");
        }

        Encoding withRepaired(int places) {
            return new Encoding(charset, decidedBy, replaced, places);
        }
    }

    /**
     * The content.
     *
     * @param title empty when the page has none
     * @param text the rendering that the configuration asks for, never empty
     * @param blocks the typed tree in its stored form; see {@link org.babelmill.extract.tree.TreeCodec}
     * @param confidence the F1 that the choice of blocks is expected to have, 0 to 1; 1 where nothing had to be chosen
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, stored as it is
    public record Content(
            String title, String text, byte[] blocks, PageType type, Degradation degradation, double confidence) {

        public Content {
            requireNonNull(title, "title");
            requireNonNull(text, "text");
            requireNonNull(blocks, "blocks");
            requireNonNull(type, "type");
            requireNonNull(degradation, "degradation");
        }
    }

    /**
     * What the page says of itself.
     *
     * @param machineTranslation the marker of a page that a machine translated, if it has one
     * @param pdf of PDFs only
     */
    public record Evidence(
            LanguageHints language,
            List<OptOut> optOuts,
            List<Licence> licences,
            Optional<String> machineTranslation,
            Optional<PdfFacts> pdf) {

        public Evidence {
            requireNonNull(language, "language");
            optOuts = List.copyOf(optOuts);
            licences = List.copyOf(licences);
            requireNonNull(machineTranslation, "machineTranslation");
            requireNonNull(pdf, "pdf");
        }
    }
}
