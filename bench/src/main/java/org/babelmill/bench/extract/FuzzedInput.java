package org.babelmill.bench.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.LocalArchive;
import org.babelmill.extract.archive.RecordType;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.pipeline.config.ConfigurationLoader;

/** Makes damaged pages and archives: a few sound ones, changed here and there. Not thread-safe. */
final class FuzzedInput {

    private static final int MAX_PAGE = 1 << 16;
    private static final int MAX_CHANGES = 12;
    private static final int MAX_RECORDS = 4;
    private static final String[] PIECES = {
        "<div>",
        "</div>",
        "<p>",
        "<b>",
        "</i>",
        "<a href=x>",
        "<table>",
        "<tr>",
        "<td colspan=9e9 rowspan=-1>",
        "<ul>",
        "<li>",
        "<dl><dt>",
        "<pre>",
        "<code class=language-c>",
        "<script>",
        "</script>",
        "<style>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<svg>",
        "<math>",
        "<annotation encoding='application/x-tex'>",
        "<template shadowrootmode=open>",
        "<select>",
        "<frameset>",
        "<body>",
        "</html>",
        "<h1 class='post Title'>",
        "<br>",
        "<blockquote>",
        "<figure>",
        "<noscript>",
        "<plaintext>",
        "<textarea>",
        "<title>",
        "<meta charset=utf-16>",
        "<meta name=robots content=none>",
        "<script type='application/ld+json'>{\"articleBody\":\"",
        "<div id=data-preloaded data-preloaded='{\"a\":\"",
        "<base href=:>",
        "<html lang=\u00FF>",
        "&#0;",
        "&#x110000;",
        "&amp;amp;",
        "\0",
        "\u001B$B",
        "\u00AD",
        "\u202E",
        "words and words, and more of them. ",
        "一二三。",
        "\u0E01\u200B\u0E02",
        "Ã©Â»",
        "\r\n\r\n",
        "\"",
        "'",
        "<",
        ">",
        "=",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Encoding: gzip, br, deflate\r\n",
        "WARC/1.0\r\n",
        "WARC/9.9\r\n",
        "WARC-Type: \r\n",
        "HTTP/1.1 200\r\n",
        "WARC-Target-URI: http://[::1\r\n",
        "WARC-Date: 9999-99-99T99:99:99Z\r\n",
        "WARC-Truncated: length\r\n",
        "Content-Type: text/plain; charset=\"\r\n",
        "ffffffff\r\n",
        "0\r\n\r\n",
        "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>"
    };
    private static final String[] CHARSETS = {
        "UTF-8", "UTF-16LE", "windows-1251", "GB18030", "windows-31j", "ISO-8859-1"
    };

    private final SplittableRandom random;
    private final List<byte[]> pages;

    FuzzedInput(SplittableRandom random, List<byte[]> pages) {
        this.random = random;
        this.pages = pages;
    }

    /** Pages of an archive, each cut at 64 KiB. */
    static List<byte[]> pages(Path path) throws IOException {
        LocalArchive archive = LocalArchive.of(path.getFileName().toString(), path);
        PayloadDecoder payloads = new PayloadDecoder(MAX_PAGE);
        List<byte[]> pages = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(
                archive,
                0,
                archive.length(),
                ConfigurationLoader.bind(ConfigurationLoader.defaults()).input())) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ArchiveRecord record && record.type() == RecordType.RESPONSE) {
                    byte[] bytes = record.payload(payloads).bytes();
                    pages.add(Arrays.copyOf(bytes, Math.min(bytes.length, MAX_PAGE)));
                }
            }
        }
        return pages;
    }

    /** A sound record over a page. */
    static byte[] response(String type, byte[] page) {
        byte[] http = join(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n").getBytes(UTF_8), page);
        String head =
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:f>\r\nWARC-Target-URI: http://a.example/b\r\n"
                        + "WARC-Date: 2024-05-18T01:58:10Z\r\nContent-Type: application/http; msgtype=response\r\n"
                        + "Content-Length: " + http.length + "\r\n\r\n";
        return join(head.getBytes(UTF_8), http, "\r\n\r\n".getBytes(UTF_8));
    }

    /** A damaged page. */
    byte[] page() {
        return damaged(sound());
    }

    /** A few records, compressed or not, damaged before, after, or both. */
    byte[] archive() {
        byte[] result = new byte[0];
        boolean compressed = random.nextBoolean();
        for (int i = random.nextInt(MAX_RECORDS); i >= 0; i--) {
            byte[] record = response("text/html", sound());
            record = random.nextInt(4) == 0 ? record : damaged(record);
            result = join(result, compressed ? gzip(record) : record);
        }
        return compressed && random.nextBoolean() ? result : damaged(result);
    }

    private byte[] sound() {
        if (!pages.isEmpty() && random.nextBoolean()) {
            return pages.get(random.nextInt(pages.size()));
        }
        StringBuilder page = new StringBuilder();
        for (int i = random.nextInt(120); i >= 0; i--) {
            page.append(
                    PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(20) == 0 ? random.nextInt(2000) : 1));
        }
        return page.toString().getBytes(Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]));
    }

    private byte[] damaged(byte[] sound) {
        byte[] result = sound;
        for (int i = random.nextInt(MAX_CHANGES); i > 0; i--) {
            result = change(result);
        }
        return result;
    }

    private byte[] change(byte[] from) {
        int a = random.nextInt(from.length + 1);
        int b = Math.min(from.length, a + random.nextInt(1 << random.nextInt(13)));
        byte[] before = Arrays.copyOf(from, a);
        byte[] part = Arrays.copyOfRange(from, a, b);
        byte[] after = Arrays.copyOfRange(from, b, from.length);
        return switch (random.nextInt(7)) {
            case 0 -> join(before, after);
            case 1 -> join(before, part, part, after);
            case 2 -> join(before, noise(), after);
            case 3 -> random.nextInt(4) == 0 ? before : from;
            case 4 -> join(before, after, part);
            case 5 -> flipped(from);
            default -> join(before, PIECES[random.nextInt(PIECES.length)].getBytes(coin()), part, after);
        };
    }

    private Charset coin() {
        return random.nextBoolean() ? UTF_8 : ISO_8859_1;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] from) {
        byte[] result = from.clone();
        for (int i = result.length == 0 ? 0 : random.nextInt(16); i > 0; i--) {
            result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return result;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part, 0, part.length);
        }
        return out.toByteArray();
    }
}
