package org.babelmill.quality.signal;

import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;

/** Things that do not belong into prose: hash signs, ellipses, brackets, template marks, markup, addresses. */
final class SmellSignals {

    private static final int LONGEST_REFERENCE = 10;

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
            if (c < 0x80) {
                at += ascii(chars, at, text.length());
            } else if (c == '\u2026') {
                ellipses++;
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
    private int ascii(char[] chars, int at, int length) {
        char next = at + 1 < length ? chars[at + 1] : 0;
        switch (chars[at]) {
            case '#' -> hashes++;
            case '.' -> {
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
            case 'h', 'w' -> urls += isAddress(chars, at, length) ? 1 : 0;
            default -> {
                // an ordinary character
            }
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

    private static boolean isAddress(char[] chars, int at, int length) {
        if (chars[at] == 'w') {
            return startsWith(chars, at, length, "www.") && (at == 0 || chars[at - 1] != '/');
        }
        return startsWith(chars, at, length, "http://") || startsWith(chars, at, length, "https://");
    }

    private static boolean startsWith(char[] chars, int at, int length, String prefix) {
        if (at + prefix.length() > length) {
            return false;
        }
        for (int i = 1; i < prefix.length(); i++) {
            if (chars[at + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
