package org.babelmill.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.babelmill.extract.archive.Warcs;

/** Pages that break programs, by name, made when they are asked for. */
final class HostilePages {

    private static final String HTML = "text/html";
    private static final String TEXT =
            "<h1>The walk</h1><p>It was early, and the sun had not yet come up over the ridge."
                    + " We took the path behind the church, which was wet from the night.</p><p>Nobody spoke much. The dog ran"
                    + " ahead, came back, and ran ahead again; it knew the way better than we did.</p>";

    /** A page. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(String contentType, byte[] body) {}

    private final Map<String, Supplier<Page>> pages = new LinkedHashMap<>();

    private HostilePages() {
        nesting();
        unclosed();
        attributes();
        characters();
        charsets();
        structures();
        sizes();
        oddDocuments();
        wrongTypes();
    }

    static Map<String, Supplier<Page>> all() {
        return new HostilePages().pages;
    }

    private void html(String name, Supplier<String> page) {
        pages.put(name, () -> new Page(HTML, page.get().getBytes(UTF_8)));
    }

    private void bytes(String name, String type, Supplier<byte[]> body) {
        pages.put(name, () -> new Page(type, body.get()));
    }

    private void nesting() {
        for (String tag : new String[] {
            "div",
            "span",
            "b",
            "a href=x",
            "ul><li",
            "table><tr><td",
            "blockquote",
            "font",
            "form",
            "p",
            "dl><dd",
            "svg",
            "math",
            "button",
            "pre",
            "section",
            "details",
            "custom-element",
            "template",
            "select><option"
        }) {
            int times = tag.contains("table") ? 10_000 : 30_000;
            html("nested deep: " + tag, () -> ("<" + tag + ">").repeat(times) + TEXT);
        }
        html("nested and closed: div", () -> "<div>".repeat(100_000) + TEXT + "</div>".repeat(100_000));
        html("nested and closed: i", () -> "<i>".repeat(20_000) + TEXT + "</i>".repeat(20_000));
        html("templates nested in noscript", () -> TEXT + "<select><noscript>" + "<template>".repeat(600) + "x");
        html("crossed formatting", () -> "<b><i><u><p>".repeat(3000) + TEXT + "</b></i></u>".repeat(3000));
    }

    private void unclosed() {
        for (String start : new String[] {
            "<script>",
            "<style>",
            "<textarea>",
            "<title>",
            "<!--",
            "<![CDATA[",
            "<noscript>",
            "<xmp>",
            "<plaintext>",
            "<iframe>",
            "<select>",
            "<p title=\"",
            "<a href='",
            "<",
            "</",
            "<!doctype ",
            "<?xml ",
            "&#",
            "<noframes>"
        }) {
            html("unclosed: " + start, () -> TEXT + start + " and the rest of it ".repeat(2000));
        }
    }

    private void attributes() {
        html("200,000 attributes", () -> "<div" + " a1=b".repeat(200_000) + ">" + TEXT);
        html("attribute of 5 MB", () -> "<div title=\"" + "x".repeat(5_000_000) + "\">" + TEXT + "</div>");
        html("class of 1 MB", () -> "<div class=\"" + "nav Side-bar ".repeat(80_000) + "\">" + TEXT + "</div>");
        html(
                "image of 5 MB in base64",
                () -> "<img src=\"data:image/png;base64," + "QUJD".repeat(1_250_000) + "\">" + TEXT);
        html("style of 1 MB", () -> "<p style=\"" + "display :".repeat(100_000) + "none\">x</p>" + TEXT);
        html("5,000 equal ids", () -> "<p id=a>The same words.</p>".repeat(5000));
        html(
                "spans of 9e15",
                () -> "<table><tr><td colspan=9000000000000000 rowspan=9e15>a<td>b<tr><td>c<td>d</table>" + TEXT);
        html("negative spans", () -> "<table><tr><td colspan=-1 rowspan=0>a<td>b<tr><td>c<td>d</table>" + TEXT);
        html("attribute names of any kind", () -> "<p <=\" \0 = ' />\">" + TEXT);
    }

    private void characters() {
        html("null bytes", () -> TEXT.replace(" ", " \0"));
        html("only null bytes", () -> "\0".repeat(100_000));
        html("carriage returns alone", () -> TEXT.replace(" ", "\r"));
        html("vertical tabs and form feeds", () -> TEXT.replace(" ", "\u000B\f "));
        html("soft hyphens everywhere", () -> "<p>" + "s\u00ADo\u00ADf\u00ADt ".repeat(500) + "</p>");
        html("bidi overrides", () -> "<p>" + "\u202Eevil\u202C and \u2066good\u2069, he said. ".repeat(100));
        html("combining marks", () -> "<p>e" + "\u0301".repeat(200_000) + "</p>" + TEXT);
        html("zero-width everywhere", () -> "<p>" + "z\u200B\u200Ce\u2060\uFEFFr\u200Do ".repeat(1000));
        html(
                "references to nothing",
                () -> "<p>&#0; &#xD800; &#x110000; &#99999999999999; &#x80; &unknown; &amp;amp;amp;</p>" + TEXT);
        html("one word of 1 MB", () -> "<p>" + "w".repeat(1_000_000) + "</p>");
        html("letter by letter", () -> "<p>" + "<span>l</span><span>e</span><b>t</b>".repeat(5000) + ".</p>");
        html("emoji and private use", () -> "<p>" + "\uD83D\uDE00\uE000\uDBFF\uDFFD ".repeat(2000));
        html("spaces only", () -> "<p>" + " \u3000\u00A0\t".repeat(50_000) + "</p>");
        html("references of a megabyte", () -> "<p>" + "&amp;&lt;&nbsp;&#8212;".repeat(50_000) + "</p>");
    }

    private void charsets() {
        bytes(
                "lying charset",
                "text/html; charset=iso-8859-1",
                () -> TEXT.replace("early", "früh").getBytes(UTF_8));
        bytes("unknown charset", "text/html; charset=x-none", () -> TEXT.getBytes(UTF_8));
        bytes("charset of garbage", "text/html; charset=\";;=\u0001", () -> TEXT.getBytes(UTF_8));
        bytes("UTF-16LE without mark", HTML, () -> TEXT.getBytes(UTF_16LE));
        bytes("UTF-16BE without mark", HTML, () -> TEXT.getBytes(UTF_16BE));
        bytes("UTF-16 with mark", HTML, () -> Warcs.concat(new byte[] {-1, -2}, TEXT.getBytes(UTF_16LE)));
        bytes(
                "half a UTF-16 unit",
                HTML,
                () -> Arrays.copyOf(Warcs.concat(new byte[] {-2, -1}, TEXT.getBytes(UTF_16BE)), 301));
        bytes("mark and wrong meta", HTML, () -> ("\uFEFF<meta charset=windows-1251>" + TEXT).getBytes(UTF_8));
        bytes(
                "overlong UTF-8",
                HTML,
                () -> Warcs.concat(TEXT.getBytes(UTF_8), repeat(new byte[] {(byte) 0xC0, (byte) 0xAF}, 500)));
        bytes(
                "broken UTF-8",
                HTML,
                () -> Warcs.concat(
                        TEXT.getBytes(UTF_8), repeat(new byte[] {(byte) 0xE2, 'a'}, 20), TEXT.getBytes(UTF_8)));
        bytes(
                "ISO-2022-JP left open",
                "text/html; charset=iso-2022-jp",
                () -> (TEXT + "\u001B$B").getBytes(ISO_8859_1));
        bytes(
                "Shift_JIS with markup in trail bytes",
                "text/html; charset=shift_jis",
                () -> Warcs.concat(TEXT.getBytes(UTF_8), "表示能力ソ".repeat(200).getBytes(Charset.forName("Shift_JIS"))));
        bytes(
                "cut inside a character",
                HTML,
                () -> Arrays.copyOf((TEXT + "ü".repeat(100)).getBytes(UTF_8), TEXT.length() + 151));
        bytes("every byte there is", HTML, () -> everyByte());
        bytes("meta in a comment", HTML, () -> ("<!-- <meta charset=utf-16> -->" + TEXT).getBytes(UTF_8));
        bytes(
                "meta behind 100 kB",
                HTML,
                () -> ("<!--" + "x".repeat(100_000) + "--><meta charset=koi8-r>" + TEXT).getBytes(UTF_8));
        bytes("UTF-7", "text/html; charset=utf-7", () -> TEXT.getBytes(UTF_8));
    }

    private static byte[] everyByte() {
        byte[] all = new byte[2048];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    private static byte[] repeat(byte[] bytes, int times) {
        byte[] result = new byte[bytes.length * times];
        for (int i = 0; i < result.length; i++) {
            result[i] = bytes[i % bytes.length];
        }
        return result;
    }

    private void structures() {
        html("endless comments", () -> "<!-- a -- b --->".repeat(100_000) + TEXT);
        html("60,000 empty elements", () -> "<i></i><div></div>".repeat(30_000) + TEXT);
        html("30,000 equal paragraphs", () -> "<p>The very same words, again and again.</p>".repeat(30_000));
        html("50,000 options", () -> "<select>" + "<option>One".repeat(50_000) + "</select>" + TEXT);
        html("10,000 links", () -> "<a href=/x>Go there now</a> ".repeat(10_000));
        html("table of 100,000 cells", () -> "<table>" + ("<tr>" + "<td>7".repeat(100)).repeat(1000) + "</table>");
        html("5,000 list items", () -> "<ul>" + "<li>An item of the list, with a few words.".repeat(5000) + "</ul>");
        html("20,000 line breaks", () -> "<p>line" + "<br>line".repeat(20_000));
        html("100,000 horizontal rules", () -> "<hr>".repeat(100_000) + TEXT);
        html(
                "billion laughs",
                () -> "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><svg>" + "&b;".repeat(1000)
                        + "</svg>" + TEXT);
        html(
                "SVG with foreign objects",
                () -> "<svg><foreignObject><p>inside</p></foreignObject></svg>".repeat(500) + TEXT);
        html("declarative shadow roots", () -> "<x-y><template shadowrootmode=open>" + TEXT + "</template></x-y>");
        html("frames", () -> "<frameset><frame src=a><noframes>" + TEXT + "</noframes></frameset>");
        html(
                "inline frames with documents",
                () -> "<iframe srcdoc=\"" + "&lt;p>x".repeat(10_000) + "\"></iframe>" + TEXT);
        html("script only", () -> "<script>" + "var a = '<p>no text</p>';".repeat(10_000) + "</script>");
        html("two bodies", () -> "<body>" + TEXT + "</body><body>" + TEXT + "</body></html>" + TEXT);
        html("body in the head", () -> "<head><body>" + TEXT + "</head>");
        html("refresh only", () -> "<meta http-equiv=refresh content='0;url=/x'>");
        html("everything hidden", () -> "<div style='display:none'>" + TEXT + "</div>");
        html(
                "broken JSON-LD",
                () -> "<script type='application/ld+json'>{\"@type\": [\"A\", {{{ \"</script>".repeat(500) + TEXT);
        html(
                "JSON-LD of 2 MB",
                () -> "<script type='application/ld+json'>" + "{\"@type\":\"".repeat(200_000) + "</script>" + TEXT);
        html("tags without names", () -> "< > <> </> <1> <!> <?>".repeat(5000) + TEXT);
        html(
                "code with markup in it",
                () -> "<pre><code>" + "if (a &lt; b) {\n    x &amp;= 1;\n}\n".repeat(300) + "</code></pre>");
    }

    private void sizes() {
        html("400,000 tags", () -> "<p>x".repeat(200_000) + "</p>".repeat(200_000));
        html("20 MB of text", () -> "<p>" + "The words go on. ".repeat(1_200_000));
        bytes(
                "60 MB of plain text",
                "text/plain",
                () -> "The words go on and on.\n".repeat(2_500_000).getBytes(UTF_8));
        html("nothing", () -> "");
        html("one space", () -> " ");
        html("one tag", () -> "<p>");
        html("one letter", () -> "a");
    }

    private void oddDocuments() {
        html("no markup at all", () -> "Just a line of text. And another one, which is no markup either.");
        html("JSON as a page", () -> "{\"a\": [" + "1,".repeat(5000) + "2]}");
        bytes("chunk sizes left in the text", HTML, () -> ("1f4\r\n" + TEXT + "\r\n0\r\n\r\n").getBytes(UTF_8));
        bytes("still compressed", HTML, () -> Warcs.gzip(TEXT.getBytes(UTF_8)));
        bytes("compressed and cut", HTML, () -> Arrays.copyOf(Warcs.gzip(TEXT.getBytes(UTF_8)), 100));
        bytes("gzip bomb", HTML, () -> Warcs.gzip(new byte[50_000_000]));
        bytes("XHTML with closed tags", "application/xhtml+xml", () -> ("<div/><script/><p/>" + TEXT).getBytes(UTF_8));
    }

    private void wrongTypes() {
        bytes(
                "an image as a page",
                HTML,
                () -> Warcs.concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, new byte[5000]));
        bytes("an archive as a page", HTML, () -> Warcs.concat("PK\u0003\u0004".getBytes(UTF_8), new byte[5000]));
        bytes("PDF that is none", "application/pdf", () -> TEXT.getBytes(UTF_8));
        bytes("PDF of a header", "application/pdf", () -> "%PDF-1.7\n".getBytes(UTF_8));
        bytes(
                "PDF of garbage",
                "application/pdf",
                () -> ("%PDF-1.7\n" + "1 0 obj << /Kids [1 0 R] >> ".repeat(500)).getBytes(UTF_8));
        bytes("noise", "text/plain", () -> noise());
    }

    private static byte[] noise() {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
