package org.babelmill.extract.page;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.extract.text.Ascii;
import org.babelmill.extract.text.Whitespace;
import org.jsoup.parser.Parser;

/**
 * The text of a page without a parse: tags are cut out, block-level tags part lines, scripts and styles are left out. For
 * pages that are too large for a tree. One pass, memory in proportion to the text.
 */
public final class LinearText {

    private static final String[] SILENT = {
        "script", "style", "noscript", "template", "svg", "select", "textarea", "title"
    };

    private final String html;
    private final int maxChars;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int total;

    private LinearText(String html, int maxChars) {
        this.html = html;
        this.maxChars = maxChars;
    }

    /** Lines of text, none empty, up to so many characters in all. */
    public static List<String> lines(String html, int maxChars) {
        LinearText text = new LinearText(html, maxChars);
        text.run();
        return text.lines;
    }

    private void run() {
        int at = 0;
        while (at < html.length() && total < maxChars) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            take(at, end);
            at = tag < 0 ? end : behindTag(tag);
        }
        endLine();
    }

    private void take(int from, int to) {
        int end = Math.min(to, from + maxChars - total);
        line.append(html, from, end);
        total += end - from;
    }

    private int behindTag(int tag) {
        if (html.startsWith("<!--", tag)) {
            return behind("-->", tag + 4);
        }
        int nameFrom = tag + 1 < html.length() && html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int nameTo = nameFrom;
        while (nameTo < html.length() && nameTo - nameFrom < 20 && Ascii.isAlphanumeric(html.charAt(nameTo))) {
            nameTo++;
        }
        if (nameTo == nameFrom && !html.startsWith("<!", tag) && !html.startsWith("<?", tag)) {
            line.append('<');
            return tag + 1;
        }
        return behindNamedTag(tag, Ascii.lower(html.substring(nameFrom, nameTo)));
    }

    private int behindNamedTag(int tag, String name) {
        int code = Tags.of(name);
        if (Tags.isBlock(code) || code == Tags.BR || code == Tags.HR) {
            endLine();
        }
        if (html.charAt(tag + 1) != '/') {
            for (String silent : SILENT) {
                if (name.equals(silent)) {
                    return behind("</" + silent, tag);
                }
            }
        }
        int close = html.indexOf('>', tag);
        return close < 0 ? html.length() : close + 1;
    }

    private int behind(String mark, int from) {
        int found = Ascii.indexOf(html, mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    private void endLine() {
        if (line.length() > 0) {
            String text = Whitespace.collapse(Parser.unescapeEntities(line.toString(), false));
            if (!text.isEmpty()) {
                lines.add(text);
            }
            line.setLength(0);
        }
    }
}
