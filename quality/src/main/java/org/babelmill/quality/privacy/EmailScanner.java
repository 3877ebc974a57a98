package org.babelmill.quality.privacy;

import static org.babelmill.quality.privacy.Characters.isAlphanumeric;
import static org.babelmill.quality.privacy.Characters.isDigit;

import java.util.Locale;
import java.util.Set;

/**
 * E-mail addresses: around an at sign a local part of RFC 5322 atoms and dots, at most 64 characters, and a host of at
 * least two labels or an IPv4 address in brackets. Looks at no more than 64 characters before and 255 after the sign.
 */
final class EmailScanner {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_HOST = 255;

    /** Reserved by RFC 2606 and RFC 6761: nobody's address. */
    private static final Set<String> NOBODY = Set.of("example.com", "example.org", "example.net");

    private int start;
    private int end;

    /** Whether the at sign at an offset is that of an address; then {@link #start()} and {@link #end()} are set. */
    boolean match(String text, int at) {
        start = localStart(text, at);
        end = hostEnd(text, at + 1);
        return start < at && end > at + 1 && !isNobody(text, at + 1);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    private static int localStart(String text, int at) {
        int from = at;
        int limit = Math.max(0, at - LONGEST_LOCAL);
        while (from > limit && (isAtom(text.charAt(from - 1)) || isInnerDot(text, from - 1, at))) {
            from--;
        }
        while (from < at && !isBoundary(text, from)) {
            from++;
        }
        return from;
    }

    /** An address begins where a word begins, or where punctuation follows a word: the first such place. */
    private static boolean isBoundary(String text, int at) {
        boolean before = at > 0 && isWord(text.charAt(at - 1));
        return text.charAt(at) != '.' && isWord(text.charAt(at)) != before;
    }

    private static boolean isInnerDot(String text, int dot, int at) {
        return text.charAt(dot) == '.' && dot + 1 < at && text.charAt(dot + 1) != '.';
    }

    private static boolean isAtom(char c) {
        return isAlphanumeric(c) || "!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0;
    }

    private static boolean isWord(char c) {
        return isAlphanumeric(c) || c == '_';
    }

    private static int hostEnd(String text, int from) {
        if (from < text.length() && text.charAt(from) == '[') {
            int close = IpScanner.v4End(text, from + 1);
            return close > 0 && close < text.length() && text.charAt(close) == ']' ? close + 1 : from;
        }
        int limit = Math.min(text.length(), from + LONGEST_HOST);
        int at = from;
        int labels = 0;
        int lastEnd = from;
        while (true) {
            int labelEnd = labelEnd(text, at, limit);
            if (labelEnd == at) {
                break;
            }
            labels++;
            lastEnd = labels >= 2 ? labelEnd : from;
            if (labelEnd >= limit || text.charAt(labelEnd) != '.') {
                break;
            }
            at = labelEnd + 1;
        }
        return lastEnd;
    }

    /** The end of a label: letters, digits and inner hyphens. */
    private static int labelEnd(String text, int from, int limit) {
        int end = from;
        for (int at = from; at < limit; at++) {
            char c = text.charAt(at);
            if (isAlphanumeric(c)) {
                end = at + 1;
            } else if (c != '-' || at == from) {
                break;
            }
        }
        return end;
    }

    private boolean isNobody(String text, int host) {
        boolean number = isDigit(text.charAt(end - 1)) && text.charAt(host) != '[';
        return number || NOBODY.contains(text.substring(host, end).toLowerCase(Locale.ROOT));
    }
}
