package org.babelmill.jobs.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.babelmill.pipeline.hash.Sha256;
import org.netpreserve.jwarc.WarcDigest;

/** Writes one page as one gzip member with one WARC record, or with what is left of it. */
final class WarcMember {

    private static final String LINE = "\r\n";
    private static final int WRONG_BY = 700;
    private static final int GARBAGE_DIGESTS = 12;

    private final SamplePage page;
    private final Instant date;

    /**
     * A member.
     *
     * @param page what to write
     * @param date when it was fetched
     */
    WarcMember(SamplePage page, Instant date) {
        this.page = page;
        this.date = date;
    }

    /** The name of the record that holds a page: the same in every build. */
    static UUID recordId(String pageId) {
        return UUID.nameUUIDFromBytes(("org.babelmill.sample/" + pageId).getBytes(StandardCharsets.UTF_8));
    }

    /** The stored bytes. */
    byte[] bytes(PageLayout layout) {
        byte[] member = Gzip.member(record(layout));
        Damage damage = page.warc().damage();
        if (damage == Damage.FLIPPED) {
            return flipped(member);
        }
        if (damage == Damage.CUT) {
            return Arrays.copyOf(member, member.length / 2);
        }
        return damage == Damage.GARBAGE_BEFORE ? Gzip.joined(garbage(), member) : member;
    }

    private byte[] record(PageLayout layout) {
        return switch (page.warc().type()) {
            case "response" -> response(HttpAnswer.of(page, layout));
            case "conversion" -> other("text/plain", page.text());
            case "request" -> other("application/http; msgtype=request", wired(page.text()));
            case "revisit" -> other("application/http; msgtype=response", wired(page.text()));
            default -> other("application/warc-fields", wired(page.text()));
        };
    }

    private byte[] response(HttpAnswer answer) {
        Map<String, String> header = common("application/http; msgtype=response");
        header.put(
                "WARC-IP-Address",
                "192.0.2." + (URI.create(page.url()).getHost().hashCode() & 127));
        header.put("WARC-Payload-Digest", digest(answer.payload()));
        if (page.http().isHtml()) {
            header.put("WARC-Identified-Payload-Type", page.http().mediaType());
        }
        return written(header, answer.bytes());
    }

    private byte[] other(String contentType, String block) {
        return written(common(contentType), block.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> common(String contentType) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("WARC-Type", page.warc().type());
        header.put("WARC-Record-ID", "<urn:uuid:" + recordId(page.id()) + '>');
        header.put("WARC-Date", date.toString());
        if (page.url() != null) {
            header.put("WARC-Target-URI", page.url());
        }
        header.put("Content-Type", contentType);
        return header;
    }

    private byte[] written(Map<String, String> header, byte[] block) {
        header.put("WARC-Block-Digest", digest(block));
        header.putAll(page.warc().headers());
        header.put("Content-Length", Integer.toString(promisedLength(block.length)));
        StringBuilder head = new StringBuilder(firstLine()).append(LINE);
        header.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append(LINE));
        byte[] start = head.append(LINE).toString().getBytes(StandardCharsets.UTF_8);
        return Gzip.joined(start, block, (LINE + LINE).getBytes(StandardCharsets.US_ASCII));
    }

    private String firstLine() {
        return page.warc().damage() == Damage.BAD_HEADER
                ? "<!-- this line was written over -->"
                : "WARC/" + page.warc().version();
    }

    private int promisedLength(int length) {
        Damage damage = page.warc().damage();
        if (damage == Damage.LENGTH_OVER) {
            return length + WRONG_BY;
        }
        return damage == Damage.LENGTH_UNDER ? length - WRONG_BY : length;
    }

    private static String wired(String text) {
        return text.stripTrailing().replace("\n", LINE) + LINE + LINE;
    }

    private static String digest(byte[] bytes) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(bytes);
            return new WarcDigest(sha1).prefixedBase32();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-1, which its specification demands", e);
        }
    }

    private static byte[] flipped(byte[] member) {
        byte[] result = member.clone();
        for (int i = member.length / 2; i < member.length / 2 + 16; i++) {
            result[i] ^= (byte) 0xFF;
        }
        return result;
    }

    /** Bytes without any order that are the same in every build: a chain of digests. */
    private static byte[] garbage() {
        byte[] link = Sha256.digest("garbage".getBytes(StandardCharsets.UTF_8));
        byte[] result = {};
        for (int i = 0; i < GARBAGE_DIGESTS; i++) {
            result = Gzip.joined(result, link);
            link = Sha256.digest(link);
        }
        return result;
    }
}
