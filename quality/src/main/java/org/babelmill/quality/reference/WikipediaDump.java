package org.babelmill.quality.reference;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * A MediaWiki XML export ({@code pages-articles}) of one language: articles, without redirects and other name spaces, as
 * plain text. The parser knows no document types and no external entities; articles of more than a million characters and
 * those of fewer than 200 after stripping are left out.
 */
public final class WikipediaDump implements ReferenceText {

    private static final int LONGEST = 1_000_000;
    private static final int SHORTEST = 200;

    private final LanguageTag tag;
    private final WikitextStripper stripper = new WikitextStripper();

    /** A reader of one language's dump. */
    public WikipediaDump(LanguageTag tag) {
        this.tag = tag;
    }

    @Override
    public void read(String source, InputStream in, Sink sink) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in, "UTF-8");
            pages(reader, sink);
        } catch (XMLStreamException e) {
            throw new IOException(source + ": not a MediaWiki export: " + e.getMessage(), e);
        }
    }

    private void pages(XMLStreamReader reader, Sink sink) throws XMLStreamException {
        boolean article = false;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "page" -> article = true;
                    case "ns" -> article &= text(reader).equals("0");
                    case "redirect" -> article = false;
                    case "text" -> {
                        if (article) {
                            document(text(reader), sink);
                        }
                    }
                    default -> {
                        // the dump says much that is not wanted here
                    }
                }
            }
        }
    }

    private void document(String wikitext, Sink sink) {
        if (wikitext.length() <= LONGEST) {
            String text = stripper.strip(wikitext);
            if (text.length() >= SHORTEST) {
                sink.accept(tag, text);
            }
        }
    }

    /** The text of the element at hand, at most one character more than is wanted. */
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                int room = LONGEST + 1 - text.length();
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
            }
        }
        return text.toString();
    }
}
