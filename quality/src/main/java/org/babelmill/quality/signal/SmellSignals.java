package org.babelmill.quality.signal;

import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;

/** Things that do not belong into prose: hash signs, ellipses, brackets, template marks, markup, addresses. */
final class SmellSignals {

    private static final int LONGEST_REFERENCE = 10;

    private static final char ELLIPSIS = '\u2026';

    /** What {@link #look} looks at; most characters are nothing of it, and a look-up is cheaper than a switch. */
    private static final boolean[] LOOKED_AT = new boolean[ELLIPSIS + 1];

    static {
        for (char c : "#.{}%$[<&:\u2026".toCharArray()) {
            LOOKED_AT[c] = true;
        }
    }

    private int hashes;
    private int ellipses;
    private int curly;
    private int templates;
    private int markup;
    private int urls;

    void measure(AnalyzedText text, Collector into) {
        hashes = 0;
        ellipses = 0;
        curly = 0;
        templates = 0;
        markup = 0;
        urls = 0;
        char[] chars = text.chars();
        for (int at = 0; at < text.length(); at++) {
            char c = chars[at];
            if (c < LOOKED_AT.length && LOOKED_AT[c]) {
                at += look(chars, at, text.length());
            }
        }
        into.set(Signal.CURLY_BRACKETS, curly);
        int tokens = text.tokens().size();
        if (tokens > 0) {
            into.set(Signal.HASH_RATIO, hashes / (double) tokens);
            into.set(Signal.ELLIPSIS_RATIO, ellipses / (double) tokens);
            into.set(Signal.TEMPLATE_RATIO, templates / (double) tokens);
            into.set(Signal.MARKUP_RATIO, markup / (double) tokens);
        }
    }

    /** Web addresses in the text last measured. */
    int urls() {
        return urls;
    }

    /** Looks at one character; returns how many more it used up. */
    private int look(char[] chars, int at, int length) {
        char next = at + 1 < length ? chars[at + 1] : 0;
        switch (chars[at]) {
            case '#' -> hashes++;
            case ELLIPSIS -> ellipses++;
            case '.' -> {
                urls += isHost(chars, at) ? 1 : 0;
                if (next == '.' && at + 2 < length && chars[at + 2] == '.') {
                    ellipses++;
                    return 2;
                }
            }
            case '{' -> {
                curly++;
                templates += next == '{' || next == '%' ? 1 : 0;
            }
            case '}' -> templates += next == '}' ? 1 : 0;
            case '%' -> templates += next == '>' || next == '}' ? 1 : 0;
            case '$' -> templates += next == '{' ? 1 : 0;
            case '[' -> templates += next == '[' ? 1 : 0;
            case '<' -> angle(chars, at, length, next);
            case '&' -> markup += isReference(chars, at, length) ? 1 : 0;
            case ':' -> urls += next == '/' && isScheme(chars, at, length) ? 1 : 0;
            default -> throw new IllegalStateException("nothing to look at: " + chars[at]);
        }
        return 0;
    }

    private void angle(char[] chars, int at, int length, char next) {
        if (next == '%' || next == '?') {
            templates++;
        } else if (isLetter(next) || next == '/' || next == '!') {
            for (int end = at + 1; end < length && chars[end] != '<' && chars[end] != '\n'; end++) {
                if (chars[end] == '>') {
                    markup++;
                    return;
                }
            }
        }
    }

    private static boolean isReference(char[] chars, int at, int length) {
        int limit = Math.min(length, at + LONGEST_REFERENCE);
        for (int end = at + 1; end < limit; end++) {
            char c = chars[end];
            if (c == ';') {
                return end > at + 2;
            }
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '#') {
                return false;
            }
        }
        return false;
    }

    /** Whether a colon belongs to {@code http://} or {@code https://}. */
    private static boolean isScheme(char[] chars, int colon, int length) {
        return stands(chars, colon, length, "://")
                && (stands(chars, colon - 4, length, "http") || stands(chars, colon - 5, length, "https"));
    }

    /** Whether a full stop ends the {@code www.} of a host without scheme; where one goes before, that is counted. */
    private static boolean isHost(char[] chars, int stop) {
        return stands(chars, stop - 3, stop, "www") && (stop == 3 || chars[stop - 4] != '/');
    }

    private static boolean stands(char[] chars, int at, int length, String text) {
        if (at < 0 || at + text.length() > length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (chars[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
