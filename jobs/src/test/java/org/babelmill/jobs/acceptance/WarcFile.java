package org.babelmill.jobs.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes archives record by record, with whatever is wrong with them. */
final class WarcFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean gzip;

    WarcFile(boolean gzip) {
        this.gzip = gzip;
    }

    /** A page, whole and right. */
    WarcFile page(String id, byte[] html) {
        return page(id, html, 0);
    }

    /** A page whose header states a content length that is wrong by so much. */
    WarcFile page(String id, byte[] html, int lengthError) {
        byte[] http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + html.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        int length = http.length + html.length + lengthError;
        String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:test:" + id
                + ">\r\nWARC-Target-URI: https://" + id + ".example/\r\nWARC-Date: 2026-10-01T00:00:00Z\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: " + length + "\r\n\r\n";
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(http);
        record.writeBytes(html);
        record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return raw(record.toByteArray());
    }

    /** Bytes as a member of their own. */
    WarcFile raw(byte[] member) {
        if (!gzip) {
            bytes.writeBytes(member);
            return this;
        }
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Bytes written so far. */
    int size() {
        return bytes.size();
    }

    /** The first bytes only, or all. */
    void write(Path file, int limit) throws IOException {
        byte[] all = bytes.toByteArray();
        Files.write(file, java.util.Arrays.copyOf(all, Math.min(limit, all.length)));
    }

    /** All bytes, one of them changed. */
    void writeDamaged(Path file, int offset) throws IOException {
        byte[] all = bytes.toByteArray();
        all[offset] ^= 0x5a;
        Files.write(file, all);
    }
}
