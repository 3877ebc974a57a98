package org.babelmill.bench.extract;

import org.babelmill.extract.charset.PageDecoder;
import org.babelmill.extract.evidence.PageMetadata;
import org.babelmill.extract.features.PageContext;
import org.babelmill.extract.page.HtmlParser;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.PageWalk;
import org.jsoup.nodes.Document;

/** Lays pages out as the extractor does. Not thread-safe; one page at a time. */
final class PageLayout {

    private static final int MAX_BLOCKS = 100_000;

    private final PageDecoder decoder = new PageDecoder();
    private final HtmlParser parser = new HtmlParser();
    private final PageWalk walk = new PageWalk(MAX_BLOCKS);

    /**
     * Lays a page out, to be read from {@link #outline}.
     *
     * @throws java.util.NoSuchElementException when the page cannot be parsed; annotated pages all can
     */
    PageContext read(GoldPage page) {
        Document document = parser.parse(
                        decoder.decode(page.bytes(), page.charset()).text())
                .orElseThrow();
        walk.walk(document.body());
        return new PageContext(page.url(), PageMetadata.of(document, walk.parts()));
    }

    PageOutline outline() {
        return walk.outline();
    }
}
