package org.babelmill.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * An HTML page under construction. Text is only ever added as text and attributes as attributes; a content policy lets
 * nothing run or load but the page's own style and script. Not thread-safe.
 */
public final class Page {

    private static final String FOLDER = "/org/babelmill/jobs/report/";

    private final Document document;
    private final Element navigation;
    private final Element main;
    private final Element header;

    /** A page that stands alone: no forms, no connections. */
    public Page(String title) {
        this(title, "form-action 'none'", resource("report.js"));
    }

    private Page(String title, String policy, String script) {
        document = Document.createShell("");
        // Otherwise names of SVG attributes such as viewBox would be made lower case.
        document.parser(Parser.htmlParser().settings(ParseSettings.preserveCase));
        document.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
        document.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        document.child(0).attr("lang", "en");
        head(title, policy, script);
        document.body()
                .appendElement("a")
                .addClass("skip")
                .attr("href", "#main")
                .text("To the content");
        Element wrap = document.body().appendElement("div").addClass("wrap");
        header = wrap.appendElement("header");
        header.appendElement("h1").text(title);
        navigation = wrap.appendElement("nav").attr("aria-label", "Sections").appendElement("ul");
        main = wrap.appendElement("main").attr("id", "main");
        wrap.appendElement("footer").appendElement("p").text("Made by Babelmill.");
        document.body().appendElement("script").appendChild(new DataNode(script));
    }

    /** A page of the local server: it may send forms to the server and ask it for counts, and nothing else. */
    public static Page served(String title) {
        return new Page(
                title, "form-action 'self'; connect-src 'self'", resource("report.js") + resource("what-if.js"));
    }

    private void head(String title, String policy, String script) {
        Element head = document.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr(
                        "content",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '" + digest(script)
                                + "'; base-uri 'none'; " + policy);
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        head.appendElement("title").text(title);
        head.appendElement("link").attr("rel", "icon").attr("href", "data:,");
        head.appendElement("style").appendChild(new DataNode(resource("report.css")));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A line under the title. */
    public void line(String text) {
        header.appendElement("p").text(clean(text));
    }

    /** A link in the navigation to another page. */
    public void link(String address, String text) {
        navigation.appendElement("li").appendElement("a").attr("href", address).text(text);
    }

    /**
     * Begins a section and an entry of the navigation for it.
     *
     * @param id its anchor
     * @param title its heading
     * @param introduction what is to be seen, one or two sentences
     */
    public Element section(String id, String title, String introduction) {
        navigation.appendElement("li").appendElement("a").attr("href", "#" + id).text(title);
        Element section = main.appendElement("section").attr("id", id).attr("aria-labelledby", id + "-title");
        section.appendElement("h2").attr("id", id + "-title").text(title);
        section.appendElement("p").text(introduction);
        return section;
    }

    /** The page as HTML. */
    public String html() {
        return document.outerHtml() + "\n";
    }

    /** Text that may be shown: control characters and halves of characters become U+FFFD. */
    public static String clean(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                if (out != null) {
                    out.append(c).append(text.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c) || Character.isISOControl(c) && c != '\n' && c != '\t') {
                out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                out.append('\uFFFD');
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }
}
