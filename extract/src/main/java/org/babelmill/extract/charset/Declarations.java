package org.babelmill.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.babelmill.extract.text.Ascii;

/**
 * Finds the charset that a page declares of itself: {@code <meta charset>}, {@code <meta http-equiv="Content-Type">} or
 * an XML declaration. Comments and the content of scripts do not count. Looks at the first 8 KiB, where the standard
 * asks for 1 KiB, since many pages declare late.
 */
final class Declarations {

    private static final int LIMIT = 1 << 13;

    private Declarations() {}

    /** The declared charset; UTF-16 is taken as UTF-8, since a page whose declaration can be read is no UTF-16. */
    static Optional<Charset> find(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1);
        return label(head).flatMap(CharsetLabels::find).map(Declarations::readable);
    }

    private static Charset readable(Charset charset) {
        return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }

    private static Optional<String> label(String head) {
        int at = 0;
        while ((at = head.indexOf('<', at)) >= 0) {
            if (head.startsWith("<!--", at)) {
                at = behind(head, "-->", at + 2);
            } else if (Ascii.regionMatches(head, at, "<meta")) {
                int end = tagEnd(head, at);
                Optional<String> found = inMeta(head.substring(at, end));
                if (found.isPresent()) {
                    return found;
                }
                at = end;
            } else if (Ascii.regionMatches(head, at, "<script")) {
                at = behind(head, "</script", at);
            } else if (head.startsWith("<?xml", at)) {
                int end = tagEnd(head, at);
                Optional<String> found = value(head.substring(at, end), "encoding");
                if (found.isPresent()) {
                    return found;
                }
                at = end;
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inMeta(String tag) {
        Optional<String> charset = value(tag, "charset");
        boolean usable =
                charset.isPresent() && CharsetLabels.find(charset.get()).isPresent();
        return usable ? charset : Optional.empty();
    }

    /** What follows {@code name=}, in quotes or not; also inside another attribute's value, as in http-equiv. */
    private static Optional<String> value(String tag, String name) {
        int at = Ascii.indexOf(tag, name, 0);
        while (at >= 0) {
            int from = skip(tag, at + name.length(), " \t\n\r");
            if (from < tag.length() && tag.charAt(from) == '=') {
                from = skip(tag, from + 1, " \t\n\r\"'");
                int to = from;
                while (to < tag.length() && " \t\n\r\"';/>?".indexOf(tag.charAt(to)) < 0) {
                    to++;
                }
                return Optional.of(tag.substring(from, to));
            }
            at = Ascii.indexOf(tag, name, at + 1);
        }
        return Optional.empty();
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int tagEnd(String head, int from) {
        int end = head.indexOf('>', from);
        return end < 0 ? head.length() : end + 1;
    }

    private static int behind(String head, String mark, int from) {
        int found = Ascii.indexOf(head, mark, from);
        return found < 0 ? head.length() : found + mark.length();
    }
}
