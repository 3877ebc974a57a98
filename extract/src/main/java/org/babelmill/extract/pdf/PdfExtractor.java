package org.babelmill.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.babelmill.extract.text.Whitespace;
import org.babelmill.extract.tree.Block;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Paragraph;
import org.babelmill.extract.tree.RichText;
import org.babelmill.pipeline.decision.EarlierRule;
import org.xml.sax.SAXException;

/**
 * Takes the text layer of a PDF. Pictures of text are not recognised. Work is bounded by the size of the file, the number
 * of pages and the amount of text. Not thread-safe.
 */
public final class PdfExtractor {

    private static final long MAIN_MEMORY = 64L << 20;

    private final PDFParser parser = new PDFParser();
    private final PDFParserConfig config = config();
    private final int maxPages;
    private final int maxChars;

    /**
     * @param maxPages pages after which reading ends
     * @param maxChars characters after which reading ends
     */
    public PdfExtractor(int maxPages, int maxChars) {
        this.maxPages = maxPages;
        this.maxChars = maxChars;
    }

    private static PDFParserConfig config() {
        PDFParserConfig config = new PDFParserConfig();
        config.setExtractAnnotationText(false);
        config.setExtractBookmarksText(false);
        config.setExtractAcroFormContent(false);
        config.setExtractInlineImages(false);
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setParseIncrementalUpdates(false);
        config.setExtractActions(false);
        config.setMaxMainMemoryBytes(MAIN_MEMORY);
        return config;
    }

    /**
     * Reads a PDF.
     *
     * @throws UnreadablePdfException when it is encrypted, or nothing of it can be read
     */
    public PdfText extract(byte[] bytes) throws UnreadablePdfException {
        Metadata metadata = new Metadata();
        PageCollector pages = new PageCollector(maxPages, maxChars);
        parse(bytes, metadata, pages);
        String title = metadata.get(TikaCoreProperties.TITLE);
        Integer count = metadata.getInt(PagedText.N_PAGES);
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : PdfParagraphs.of(pages.pages())) {
            blocks.add(new Paragraph(RichText.of(paragraph)));
        }
        PdfFacts facts = new PdfFacts(
                count == null ? pages.pages().size() : count, pages.pages().size(), pages.pagesWithText());
        return new PdfText(new DocumentTree(title == null ? "" : Whitespace.collapse(title), blocks), facts);
    }

    private void parse(byte[] bytes, Metadata metadata, PageCollector pages) throws UnreadablePdfException {
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        try (InputStream in = TikaInputStream.get(bytes)) {
            parser.parse(in, pages, metadata, context);
        } catch (EncryptedDocumentException e) {
            throw new UnreadablePdfException(EarlierRule.EXTRACT_ENCRYPTED_PDF, "encrypted");
        } catch (IOException | TikaException | SAXException | RuntimeException e) {
            // What was read before the break is kept, as a cut-off file mostly is; a file without any text is given up.
            if (!pages.ended() && pages.pagesWithText() == 0) {
                throw new UnreadablePdfException(
                        EarlierRule.EXTRACT_BROKEN_PDF, e.getClass().getSimpleName());
            }
        } catch (StackOverflowError e) {
            throw new UnreadablePdfException(EarlierRule.EXTRACT_PDF_TOO_DEEP, "nested objects");
        }
    }
}
