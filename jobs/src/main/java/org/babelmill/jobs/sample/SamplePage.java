package org.babelmill.jobs.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One record of the sample, as a person wrote it.
 *
 * @param id its name in the sample, such as {@code deu-wassermuehle}
 * @param kind what it is there for, such as {@code article} or {@code near-duplicate}
 * @param url its address
 * @param lang language of the page's furniture and of its {@code lang} attribute, BCP 47; empty for a page without
 * @param title what stands in its title and first heading
 * @param layout template that surrounds the text; {@code none} where the text is the whole payload
 * @param text the content, as {@link Markup} for pages with a layout
 * @param head HTML that is added to the page's head
 * @param sameAs id of a page whose title, text, language and layout are taken over where this one has none; null for none
 * @param edits changes to the text, each of which must find its place
 * @param rows where given, the page is a mould: it is made once for each row, with the row's values for <code>${name}</code>
 * @param http how the server answers
 * @param warc how the crawler wrote it down
 * @param twist what is done to the content by machine
 */
record SamplePage(
        String id,
        String kind,
        String url,
        String lang,
        String title,
        String layout,
        String text,
        String head,
        String sameAs,
        List<Edit> edits,
        List<Map<String, String>> rows,
        Http http,
        Warc warc,
        Twist twist) {

    /** The layout of pages whose text is the whole payload. */
    static final String NO_LAYOUT = "none";

    private static final int OK = 200;
    private static final String HTML = "text/html";

    SamplePage {
        lang = orElse(lang, "");
        title = orElse(title, "");
        text = orElse(text, "");
        head = orElse(head, "");
        edits = edits == null ? List.of() : List.copyOf(edits);
        rows = rows == null ? List.of() : List.copyOf(rows);
        http = http == null ? new Http(0, null, null, null, null, false) : http;
        warc = warc == null ? new Warc(null, null, null, null, null) : warc;
        twist = twist == null ? new Twist(0, 0, null) : twist;
    }

    /** One change of a text: the first occurrence of {@code from} becomes {@code to}. */
    record Edit(String from, String to) {}

    /**
     * The server's answer.
     *
     * @param status HTTP status
     * @param mediaType without parameters; {@code text/html} where not given
     * @param charset encoding of text
     * @param declared where the encoding is told
     * @param headers further header fields
     * @param coded whether the body is sent gzip-coded and in chunks
     */
    record Http(
            int status,
            String mediaType,
            String charset,
            Declared declared,
            Map<String, String> headers,
            boolean coded) {
        Http {
            status = status == 0 ? OK : status;
            mediaType = orElse(mediaType, HTML);
            charset = orElse(charset, "UTF-8");
            declared = declared == null ? Declared.BOTH : declared;
            headers = headers == null ? Map.of() : headers;
        }

        boolean isHtml() {
            return mediaType.equals(HTML);
        }
    }

    /** Where a page tells its encoding. */
    enum Declared {
        @JsonProperty("both")
        BOTH,
        @JsonProperty("header")
        HEADER,
        @JsonProperty("meta")
        META,
        @JsonProperty("none")
        NONE;

        boolean inHeader() {
            return this == BOTH || this == HEADER;
        }

        boolean inMeta() {
            return this == BOTH || this == META;
        }
    }

    /**
     * The archive record.
     *
     * @param type its WARC-Type
     * @param version of WARC: 1.1 or 1.0
     * @param date when it was fetched, ISO 8601; null for the next minute of the crawl
     * @param headers further header fields
     * @param damage null for none
     */
    record Warc(String type, String version, String date, Map<String, String> headers, Damage damage) {
        Warc {
            type = orElse(type, "response");
            version = orElse(version, "1.1");
            headers = headers == null ? Map.of() : headers;
        }
    }

    /**
     * What is done to the content by machine, so that the source stays readable.
     *
     * @param repeat how many times the text stands there; 0 for once
     * @param nest in how many {@code div} elements it is wrapped
     * @param misreadAs charset as which its UTF-8 bytes were once wrongly read; null for never
     */
    record Twist(int repeat, int nest, String misreadAs) {}

    private static String orElse(String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
