package org.babelmill.bench.quality;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.babelmill.bench.quality.GoldPages.GoldPage;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.LocalArchive;
import org.babelmill.extract.archive.RecordType;
import org.babelmill.extract.http.MediaType;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.InputSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What is left of pages without their main text - menus, footers, lists of links: the lines of the page's text of which
 * less than half of the words are in it. What a filter should drop, had extraction given nothing else.
 */
final class PageRests {

    private static final int MAX_PAGE = 1 << 25;

    private PageRests() {}

    /** Rests by record id, of pages with gold; empty where the page is all main text. */
    static Map<String, String> read(Path archive, Map<String, GoldPage> gold) throws IOException {
        InputSettings input =
                ConfigurationLoader.bind(ConfigurationLoader.defaults()).input();
        LocalArchive file = LocalArchive.of(archive.getFileName().toString(), archive);
        PayloadDecoder decoder = new PayloadDecoder(MAX_PAGE);
        Map<String, String> rests = new HashMap<>();
        try (ArchiveReader reader = ArchiveReader.open(file, 0, file.length(), input)) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ArchiveRecord record
                        && record.type() == RecordType.RESPONSE
                        && gold.containsKey(record.recordId())) {
                    rests.put(record.recordId(), rest(record, decoder, gold.get(record.recordId())));
                }
            }
        }
        return rests;
    }

    private static String rest(ArchiveRecord record, PayloadDecoder decoder, GoldPage page) throws IOException {
        String charset = record.declaredType().flatMap(MediaType::charset).orElse(null);
        Document document =
                Jsoup.parse(new ByteArrayInputStream(record.payload(decoder).bytes()), charset, record.url());
        document.select("script, style, noscript, template").remove();
        document.select("br").append("\n");
        document.select("p, div, li, td, th, h1, h2, h3, h4, h5, h6, option, dt, dd, section, nav, footer, header")
                .prepend("\n")
                .append("\n");
        return document.body()
                .wholeText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && page.share(line) < 0.5)
                .collect(Collectors.joining("\n"));
    }
}
