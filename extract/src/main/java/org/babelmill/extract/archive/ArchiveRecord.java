package org.babelmill.extract.archive;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.babelmill.extract.http.HeaderFields;
import org.babelmill.extract.http.HttpMessage;
import org.babelmill.extract.http.MediaType;
import org.babelmill.extract.http.Payload;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.pipeline.document.ArchiveLocation;

/**
 * One record of an archive. The content is in memory; codings are taken off it only when {@link #payload} asks, so that
 * a record dropped by its header costs no more than reading it.
 *
 * <p>Not thread-safe. Owns its bytes: it stays valid when the reader goes on.
 */
public final class ArchiveRecord implements ArchiveItem {

    private final ArchiveLocation location;
    private final HeaderFields headers;
    private final byte[] block;
    private final RecordType type;
    private Optional<HttpMessage> http;

    /**
     * @param location where the record stands in its archive
     * @param headers the WARC header
     * @param block the record's content, not copied
     */
    public ArchiveRecord(ArchiveLocation location, HeaderFields headers, byte[] block) {
        this.location = requireNonNull(location, "location");
        this.headers = requireNonNull(headers, "headers");
        this.block = requireNonNull(block, "block");
        this.type = RecordType.of(headers.first("WARC-Type").orElse(""));
    }

    @Override
    public ArchiveLocation location() {
        return location;
    }

    /** What kind of record it is. */
    public RecordType type() {
        return type;
    }

    /** {@code WARC-Type} as written; empty when absent. */
    public String typeName() {
        return headers.first("WARC-Type").orElse("");
    }

    /** The archive's own name of the record without angle brackets; empty when absent. */
    public String recordId() {
        return recordId(headers);
    }

    /** Address of the page without angle brackets; empty when absent. */
    public String url() {
        return url(headers);
    }

    /** {@code WARC-Date} as written, ISO 8601 in UTC; empty when absent. */
    public String date() {
        return headers.first("WARC-Date").orElse("");
    }

    /** Why the crawler cut the content off: {@code length}, {@code time}, {@code disconnect}, {@code unspecified}. */
    public Optional<String> truncated() {
        return headers.first("WARC-Truncated").filter(reason -> !reason.isEmpty());
    }

    /** Fields of the WARC header. */
    public HeaderFields headers() {
        return headers;
    }

    /** The HTTP head of the content; empty when the record holds something other than an HTTP answer. */
    public Optional<HttpMessage> http() {
        if (http == null) {
            http = HttpMessage.parse(block);
        }
        return http;
    }

    /** {@code WARC-Identified-Payload-Type}: what the crawler made of the bytes. */
    public Optional<MediaType> identifiedType() {
        return headers.first("WARC-Identified-Payload-Type").flatMap(MediaType::parse);
    }

    /** What the server, or for records without HTTP the WARC header, says that the content is. */
    public Optional<MediaType> declaredType() {
        return http().isPresent()
                ? http().get().headers().first("Content-Type").flatMap(MediaType::parse)
                : headers.first("Content-Type").flatMap(MediaType::parse);
    }

    /** Bytes of the content as archived, HTTP head included. */
    public int blockLength() {
        return block.length;
    }

    /** The body without its HTTP head, transfer and content codings. Decodes anew each time. */
    public Payload payload(PayloadDecoder decoder) {
        return http().isPresent() ? decoder.decode(http().get(), block) : new Payload(block, Optional.empty());
    }

    static String recordId(HeaderFields headers) {
        return bare(headers.first("WARC-Record-ID").orElse(""));
    }

    static String url(HeaderFields headers) {
        return bare(headers.first("WARC-Target-URI").orElse(""));
    }

    private static String bare(String value) {
        return value.length() > 1 && value.charAt(0) == '<' && value.endsWith(">")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
