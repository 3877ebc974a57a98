package org.babelmill.quality.repair;

/**
 * Removes lines of nothing but vertical bars and spaces: what is left of tables whose cells were empty. Where such lines
 * stood between others, one blank line is left, so that what was parted stays parted. Stateless; linear.
 */
public final class SymbolLines {

    private SymbolLines() {}

    /** The text without such lines; the same text where there are none. */
    public static String remove(String text) {
        if (text.indexOf('|') < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        boolean gap = false;
        boolean removed = false;
        boolean first = true;
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (isSymbols(text, start, end)) {
                gap = true;
                removed = true;
            } else {
                kept.append(first ? "" : "\n").append(gap && !first ? "\n" : "").append(text, start, end);
                gap = false;
                first = false;
            }
            start = end + 1;
        }
        return removed ? kept.toString() : text;
    }

    private static boolean isSymbols(String text, int start, int end) {
        boolean bar = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '|' && c != ' ' && c != '\t' && c != '\r' && c != '\u00A0') {
                return false;
            }
            bar |= c == '|';
        }
        return bar;
    }
}
