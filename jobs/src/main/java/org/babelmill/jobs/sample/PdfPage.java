package org.babelmill.jobs.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A text as PDF. The font is one of those every reader has, named and not embedded, and the content stream is written
 * as it is, so that no fonts of the building machine are looked at: the same bytes everywhere.
 */
final class PdfPage {

    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final int COLUMNS = 84;
    private static final int LINES = 44;

    private PdfPage() {}

    /** A document with a title and paragraphs, A4, as many pages as it takes. Text in the letters of windows-1252. */
    static byte[] bytes(String title, String text) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            document.getDocumentInformation().setTitle(title);
            List<String> lines = lines(title + "\n\n" + text);
            for (int start = 0; start < lines.size(); start += LINES) {
                addPage(document, lines.subList(start, Math.min(start + LINES, lines.size())));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static void addPage(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, fonts());
        page.setResources(resources);
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators(lines).getBytes(WIN_ANSI));
        }
        page.setContents(content);
        document.addPage(page);
    }

    private static COSDictionary fonts() {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
        font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        return fonts;
    }

    private static String operators(List<String> lines) {
        StringBuilder result = new StringBuilder("BT /F1 11 Tf 16 TL 60 780 Td\n");
        for (String line : lines) {
            result.append('(')
                    .append(line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)"))
                    .append(") '\n");
        }
        return result.append("ET\n").toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        text.stripTrailing().lines().forEach(paragraph -> wrap(paragraph, lines));
        return lines;
    }

    private static void wrap(String paragraph, List<String> lines) {
        String rest = paragraph;
        while (rest.length() > COLUMNS) {
            int end = rest.lastIndexOf(' ', COLUMNS);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
    }
}
