package org.babelmill.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.LocalArchive;
import org.babelmill.extract.archive.Warcs;
import org.babelmill.extract.http.MediaType;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;

/**
 * Real pages written in the charsets that their languages were written in before UTF-8, without any declaration, are
 * read right in at least 98 of 100 cases. Prints a line a charset.
 */
class LegacyPagesTest {

    private static final double WANTED = 0.98;

    /** Pages with more of their letters written as references would not have been written in the charset. */
    private static final double MAX_REFERENCES = 0.02;

    /** Fewer letters beyond ASCII say nothing; the page is read the same in several charsets. */
    private static final int MIN_LETTERS = 10;

    private static final Pattern DECLARATION = Pattern.compile("(?i)<\\?xml[^>]*>|<meta[^>]*charset[^>]*>");

    private static final Map<String, List<String>> CHARSETS = charsets();

    private final PayloadDecoder payloads = new PayloadDecoder(1 << 25);
    private final PageDecoder decoder = new PageDecoder();
    private final Map<String, int[]> right = new TreeMap<>();

    @Test
    void pagesThatDeclareNothingAreReadRight() throws IOException {
        Path archive = SharedData.require("data/extraction-dev.warc.gz");
        Map<String, String> languages = languages(SharedData.require("data/extraction-dev.gold.jsonl.gz"));
        LocalArchive file = LocalArchive.of(archive.getFileName().toString(), archive);
        try (ArchiveReader reader = ArchiveReader.open(file, 0, file.length(), Warcs.settings())) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ArchiveRecord record && languages.containsKey(record.recordId())) {
                    page(record, languages.get(record.recordId()));
                }
            }
        }
        int[] all = new int[2];
        right.forEach((charset, counts) -> {
            System.out.printf("%-16s read right: %d of %d%n", charset, counts[0], counts[1]);
            all[0] += counts[0];
            all[1] += counts[1];
        });
        System.out.printf("%-16s read right: %d of %d%n", "all", all[0], all[1]);
        assertThat(all[1]).isGreaterThan(300);
        assertThat((double) all[0] / all[1]).isGreaterThanOrEqualTo(WANTED);
    }

    private void page(ArchiveRecord record, String language) {
        byte[] bytes = record.payload(payloads).bytes();
        String text = decoder.decode(bytes, record.declaredType().flatMap(MediaType::charset))
                .text();
        String page = DECLARATION.matcher(text).replaceAll("");
        for (String charset : CHARSETS.getOrDefault(language, List.of())) {
            Optional<String> written = written(page, Charset.forName(charset).newEncoder());
            written.ifPresent(legacy -> check(legacy, charset));
        }
    }

    private void check(String page, String charset) {
        int[] counts = right.computeIfAbsent(charset, c -> new int[2]);
        String read = decoder.decode(page.getBytes(Charset.forName(charset)), Optional.empty())
                .text();
        counts[0] += read.equals(page) ? 1 : 0;
        counts[1]++;
    }

    /** The page with references for what the charset lacks; nothing when there are many, or too little else. */
    private static Optional<String> written(String page, CharsetEncoder encoder) {
        StringBuilder out = new StringBuilder(page.length());
        int letters = 0;
        int references = 0;
        int[] codePoints = page.codePoints().toArray();
        for (int c : codePoints) {
            String one = Character.toString(c);
            boolean known = c < 0x80 || encoder.canEncode(one);
            boolean letter = c >= 0x80 && Character.isLetter(c);
            letters += letter && known ? 1 : 0;
            references += letter && !known ? 1 : 0;
            out.append(known ? one : "&#" + c + ";");
        }
        boolean usable = letters >= MIN_LETTERS && references <= MAX_REFERENCES * letters;
        return usable ? Optional.of(out.toString()) : Optional.empty();
    }

    private static Map<String, String> languages(Path gold) throws IOException {
        Map<String, String> languages = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gold)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode node = json.readTree(line);
                languages.put(node.get("id").asText(), node.path("language").asText());
            }
        }
        return languages;
    }

    private static Map<String, List<String>> charsets() {
        Map<String, List<String>> map = new HashMap<>();
        put(map, "pl cs sk hu hr sl ro", "windows-1250", "ISO-8859-2");
        put(map, "ru", "windows-1251", "KOI8-R");
        put(map, "uk bg sr mk be kk", "windows-1251");
        put(map, "el", "windows-1253", "ISO-8859-7");
        put(map, "de fr es it pt nl sv da no nb fi ca", "windows-1252");
        put(map, "tr az", "windows-1254");
        put(map, "he", "windows-1255");
        put(map, "ar fa ur", "windows-1256");
        put(map, "lt lv et", "windows-1257");
        put(map, "th", "x-windows-874");
        put(map, "zh", "GB18030", "Big5-HKSCS");
        put(map, "ja", "windows-31j", "EUC-JP", "ISO-2022-JP");
        put(map, "ko", "x-windows-949");
        return map;
    }

    private static void put(Map<String, List<String>> map, String languages, String... charsets) {
        for (String language : languages.split(" ")) {
            map.put(language, List.of(charsets));
        }
    }
}
