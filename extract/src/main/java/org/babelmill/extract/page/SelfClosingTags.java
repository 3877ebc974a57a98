package org.babelmill.extract.page;

import java.util.Set;
import org.babelmill.extract.text.Ascii;

/**
 * Writes out the empty elements of XHTML: {@code <script/>} closes itself in XML but not in HTML, where it would swallow
 * the rest of the page.
 */
public final class SelfClosingTags {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    private static final int MAX_NAME = 30;

    private SelfClosingTags() {}

    /** The page with {@code <name .../>} as {@code <name ...></name>} where HTML knows no empty element of that name. */
    public static String expand(String xhtml) {
        StringBuilder out = null;
        int copied = 0;
        for (int at = xhtml.indexOf("/>"); at >= 0; at = xhtml.indexOf("/>", at + 2)) {
            int open = xhtml.lastIndexOf('<', at);
            String name = open < copied ? "" : name(xhtml, open + 1);
            if (!name.isEmpty() && !VOID.contains(Ascii.lower(name))) {
                out = out == null ? new StringBuilder(xhtml.length() + 64) : out;
                out.append(xhtml, copied, at).append("></").append(name).append('>');
                copied = at + 2;
            }
        }
        return out == null ? xhtml : out.append(xhtml, copied, xhtml.length()).toString();
    }

    private static String name(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < MAX_NAME && Ascii.isAlphanumeric(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }
}
