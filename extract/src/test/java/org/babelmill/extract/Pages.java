package org.babelmill.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.Warcs;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.TreeCodec;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;

/** Extracts pages that tests make. */
final class Pages {

    private Pages() {}

    /** An extractor with the default settings and changes to them, such as {@code extract.max-nodes=100}. */
    static DocumentExtractor extractor(String... assignments) {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (String assignment : assignments) {
            tree = tree.set(assignment);
        }
        try {
            return new DocumentExtractor(ExtractionResources.load(ConfigurationLoader.bind(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record as an archive would give it. */
    static ArchiveRecord record(String contentType, byte[] body) {
        byte[] archive = Warcs.response("urn:p", "http://site.example/2024/page.html", Warcs.http(contentType, body));
        return (ArchiveRecord)
                Warcs.read(archive, "input.max-record-size=100 MiB").get(0);
    }

    static ArchiveRecord html(String page) {
        return record("text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    static ExtractedDocument document(DocumentExtractor extractor, String page) {
        return ((ExtractionOutcome.Extracted) extractor.extract(html(page))).document();
    }

    static DocumentTree tree(ExtractedDocument document) {
        return TreeCodec.decode(document.content().blocks());
    }

    /** What became of a record, in a line: the degradation and how much text, or the rule that rejected it. */
    static String outcome(ExtractionOutcome outcome) {
        if (outcome instanceof ExtractionOutcome.Rejected rejected) {
            return "rejected: " + rejected.entry().reason().rule();
        }
        ExtractedDocument document = ((ExtractionOutcome.Extracted) outcome).document();
        return document.content().degradation().label()
                + (document.source().truncated() ? ", cut" : "")
                + ", "
                + size(document.content().text().length());
    }

    private static String size(int chars) {
        return chars < 100
                ? "a few characters"
                : chars < 10_000 ? "some text" : chars < 500_000 ? "much text" : "a mass of text";
    }
}
