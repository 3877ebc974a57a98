package org.babelmill.extract.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.babelmill.extract.text.CharClass;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the lines of each page from the events of the PDF parser. An empty line parts paragraphs. */
final class PageCollector extends DefaultHandler {

    /** Fewer words than this are a page number or a stamp, not a text layer. */
    private static final int MIN_CHARS = 20;

    private final int maxPages;
    private final int maxChars;
    private final List<List<String>> pages = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private List<String> page;
    private int divs;
    private int total;
    private int textPages;
    private boolean ended;

    PageCollector(int maxPages, int maxChars) {
        this.maxPages = maxPages;
        this.maxChars = maxChars;
    }

    /** Lines by page. */
    List<List<String>> pages() {
        return Collections.unmodifiableList(pages);
    }

    /** Pages that hold text. */
    int pagesWithText() {
        return textPages;
    }

    /** Whether reading ended because a limit was reached. */
    boolean ended() {
        return ended;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (localName.equals("div")) {
            divs++;
            if ("page".equals(attributes.getValue("class"))) {
                startPage();
            }
        } else if (localName.equals("p")) {
            endLine();
        }
    }

    private void startPage() throws SAXException {
        if (pages.size() == maxPages || total >= maxChars) {
            ended = true;
            throw new SAXException("limit reached");
        }
        divs = 1;
        page = new ArrayList<>();
        pages.add(page);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        if (localName.equals("p")) {
            endLine();
            if (page != null) {
                page.add("");
            }
        } else if (localName.equals("div") && --divs == 0 && page != null) {
            endLine();
            textPages += page.stream().mapToInt(String::length).sum() >= MIN_CHARS ? 1 : 0;
            page = null;
        }
    }

    private void endLine() {
        if (page != null && line.length() > 0) {
            page.add(line.toString());
        }
        line.setLength(0);
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (page == null) {
            return;
        }
        total += length;
        for (int i = start; i < start + length; i++) {
            byte type = CharClass.of(text[i]);
            if (text[i] == '\n') {
                endLine();
            } else if (type == CharClass.SPACE) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (type != CharClass.DROPPED || text[i] == PdfParagraphs.SOFT_HYPHEN) {
                line.append(text[i]);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        characters(text, start, length);
    }
}
