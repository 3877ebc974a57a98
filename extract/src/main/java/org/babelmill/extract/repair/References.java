package org.babelmill.extract.repair;

import java.util.Map;

/**
 * Resolves character references that stand in text because they were escaped once too often. References to {@code <},
 * {@code >} and control characters are left, as is the whole text when it holds one of them: it may be about markup.
 */
final class References {

    private static final int MAX_LENGTH = 10;

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", "\u00A0"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rdquo", "\u201D"),
            Map.entry("ldquo", "\u201C"),
            Map.entry("bdquo", "\u201E"),
            Map.entry("sbquo", "\u201A"),
            Map.entry("laquo", "\u00AB"),
            Map.entry("raquo", "\u00BB"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("bull", "\u2022"),
            Map.entry("middot", "\u00B7"),
            Map.entry("copy", "\u00A9"),
            Map.entry("reg", "\u00AE"),
            Map.entry("trade", "\u2122"),
            Map.entry("euro", "\u20AC"),
            Map.entry("pound", "\u00A3"),
            Map.entry("deg", "\u00B0"),
            Map.entry("times", "\u00D7"),
            Map.entry("shy", ""),
            Map.entry("auml", "\u00E4"),
            Map.entry("ouml", "\u00F6"),
            Map.entry("uuml", "\u00FC"),
            Map.entry("Auml", "\u00C4"),
            Map.entry("Ouml", "\u00D6"),
            Map.entry("Uuml", "\u00DC"),
            Map.entry("szlig", "\u00DF"),
            Map.entry("eacute", "\u00E9"),
            Map.entry("egrave", "\u00E8"),
            Map.entry("ecirc", "\u00EA"),
            Map.entry("agrave", "\u00E0"),
            Map.entry("aacute", "\u00E1"),
            Map.entry("acirc", "\u00E2"),
            Map.entry("atilde", "\u00E3"),
            Map.entry("aring", "\u00E5"),
            Map.entry("iacute", "\u00ED"),
            Map.entry("oacute", "\u00F3"),
            Map.entry("ocirc", "\u00F4"),
            Map.entry("otilde", "\u00F5"),
            Map.entry("uacute", "\u00FA"),
            Map.entry("ntilde", "\u00F1"),
            Map.entry("ccedil", "\u00E7"),
            Map.entry("oslash", "\u00F8"),
            Map.entry("iexcl", "\u00A1"),
            Map.entry("iquest", "\u00BF"));

    private References() {}

    static Repaired resolve(String text) {
        if (text.contains("&lt;") || text.contains("&gt;")) {
            return new Repaired(text, 0);
        }
        StringBuilder out = null;
        int copied = 0;
        int places = 0;
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            int end = end(text, at);
            String value = end < 0 ? null : value(text.substring(at + 1, end));
            if (value != null) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, at).append(value);
                copied = end + 1;
                at = end;
                places++;
            }
        }
        return out == null
                ? new Repaired(text, 0)
                : new Repaired(out.append(text, copied, text.length()).toString(), places);
    }

    /** The semicolon near enough to end a reference; -1 when there is none. */
    private static int end(String text, int from) {
        int last = Math.min(text.length() - 1, from + MAX_LENGTH);
        for (int i = from + 1; i <= last; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String value(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int codePoint = number(name, hex ? 2 : 1, hex ? 16 : 10);
        boolean text = codePoint >= 0xA0 || codePoint == '\'' || codePoint == '"' || codePoint == '&';
        boolean surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
        return text && !surrogate && codePoint <= Character.MAX_CODE_POINT ? Character.toString(codePoint) : null;
    }

    private static int number(String digits, int from, int radix) {
        int value = 0;
        for (int i = from; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return -1;
            }
            value = value * radix + digit;
        }
        return from == digits.length() ? -1 : value;
    }
}
