package org.babelmill.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crawlercommons.domains.EffectiveTldFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.LocalArchive;
import org.babelmill.extract.archive.RecordType;
import org.babelmill.extract.http.MediaType;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.InputSettings;

/** Reads an archive of pages together with the file that says what their main text is. */
final class GoldPages {

    private static final int MAX_PAGE = 1 << 25;

    private GoldPages() {}

    /** The pages, in the order of the archive; those without gold are left out. */
    static List<GoldPage> read(Path archive, Path gold) throws IOException {
        Map<String, JsonNode> known = gold(gold);
        InputSettings input =
                ConfigurationLoader.bind(ConfigurationLoader.defaults()).input();
        LocalArchive file = LocalArchive.of(archive.getFileName().toString(), archive);
        PayloadDecoder decoder = new PayloadDecoder(MAX_PAGE);
        List<GoldPage> pages = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(file, 0, file.length(), input)) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ArchiveRecord record
                        && record.type() == RecordType.RESPONSE
                        && known.containsKey(record.recordId())) {
                    pages.add(page(record, decoder, known.get(record.recordId())));
                }
            }
        }
        return pages;
    }

    private static Map<String, JsonNode> gold(Path path) throws IOException {
        Map<String, JsonNode> gold = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = json.readTree(line);
                gold.put(node.get("id").asText(), node);
            }
        }
        return gold;
    }

    private static GoldPage page(ArchiveRecord record, PayloadDecoder decoder, JsonNode gold) {
        return new GoldPage(
                record.recordId(),
                record.url(),
                new GoldPage.Labels(
                        gold.path("source").asText(),
                        gold.path("language").asText(),
                        gold.path("page_type").asText()),
                record,
                group(record.url()),
                record.payload(decoder).bytes(),
                record.declaredType().flatMap(MediaType::charset),
                gold.hasNonNull("text") ? Optional.of(gold.get("text").asText()) : Optional.empty(),
                strings(gold.path("with")),
                strings(gold.path("without")));
    }

    private static String group(String url) {
        String host = PageAddress.of(url).bareHost();
        String domain = EffectiveTldFinder.getAssignedDomain(host);
        return domain == null ? host : domain;
    }

    private static List<String> strings(JsonNode array) {
        List<String> result = new ArrayList<>();
        array.forEach(item -> result.add(item.asText()));
        return result;
    }
}
