package org.babelmill.extract.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts plain text into lines. */
public final class TextLines {

    private TextLines() {}

    /**
     * The lines of a text, white space inside them collapsed, empty ones left out.
     *
     * @param maxChars lines that begin behind this many characters are left out
     */
    public static List<String> of(String text, int maxChars) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int end = Math.min(text.length(), maxChars);
        while (from < end) {
            int to = lineEnd(text, from);
            String line = Whitespace.collapse(text.substring(from, to));
            if (!line.isEmpty()) {
                lines.add(line);
            }
            from = to + 1;
        }
        return lines;
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r' && text.charAt(at) != 0x2028) {
            at++;
        }
        return at;
    }
}
