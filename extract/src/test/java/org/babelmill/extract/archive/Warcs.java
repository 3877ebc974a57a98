package org.babelmill.extract.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.config.InputSettings;

/** Makes archives for tests, and reads them. */
public final class Warcs {

    private Warcs() {}

    /** A response record over an HTTP answer. */
    public static byte[] response(String id, String url, String http) {
        return response(id, url, http.getBytes(StandardCharsets.UTF_8));
    }

    /** A response record over an HTTP answer. */
    public static byte[] response(String id, String url, byte[] http) {
        return record(
                "WARC/1.0",
                http.length,
                http,
                "WARC-Type: response",
                "WARC-Record-ID: <" + id + ">",
                "WARC-Target-URI: " + url,
                "WARC-Date: 2024-05-18T01:58:10Z",
                "Content-Type: application/http; msgtype=response");
    }

    /** A record with any header, whose length may be a lie. */
    public static byte[] record(String version, long length, byte[] block, String... fields) {
        String header = version + "\r\n" + String.join("\r\n", fields) + "\r\nContent-Length: " + length + "\r\n\r\n";
        return concat(header.getBytes(StandardCharsets.UTF_8), block, "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** An HTTP answer with a body. */
    public static byte[] http(String contentType, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n\r\n";
        return concat(head.getBytes(StandardCharsets.UTF_8), body);
    }

    /** All bytes one after another. */
    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part, 0, part.length);
        }
        return out.toByteArray();
    }

    /** One gzip member. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An archive in memory. */
    public static ArchiveInput input(byte[] bytes) {
        return new ArchiveInput() {
            @Override
            public String name() {
                return "test.warc";
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }
        };
    }

    /** The default settings with changes, such as {@code input.max-record-size=1 MiB}. */
    public static InputSettings settings(String... assignments) {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (String assignment : assignments) {
            tree = tree.set(assignment);
        }
        return ConfigurationLoader.bind(tree).input();
    }

    /** Everything in an archive. */
    public static List<ArchiveItem> read(byte[] archive, String... assignments) {
        return read(archive, 0, archive.length, assignments);
    }

    /** Everything in a range of an archive. */
    public static List<ArchiveItem> read(byte[] archive, long start, long end, String... assignments) {
        List<ArchiveItem> items = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(input(archive), start, end, settings(assignments))) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    /** One line an item: offset and id of a record, or offset, kind and rule of a stretch. */
    public static List<String> summary(List<ArchiveItem> items) {
        return items.stream()
                .map(item -> item instanceof ArchiveRecord record
                        ? record.location().offset() + " " + record.recordId()
                        : summary((UnreadableStretch) item))
                .toList();
    }

    private static String summary(UnreadableStretch stretch) {
        return stretch.location().offset() + " " + stretch.entry().kind() + " "
                + stretch.entry().reason().rule() + (stretch.reachesEnd() ? " to the end" : "");
    }
}
