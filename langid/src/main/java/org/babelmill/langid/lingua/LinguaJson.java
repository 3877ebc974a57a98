package org.babelmill.langid.lingua;

import java.nio.charset.StandardCharsets;
import org.babelmill.langid.ModelFormatException;

/**
 * Reads Lingua's model files, {@code {"language":"ENGLISH","ngrams":{"1/32":"abc abd","3/7":"bcd"}}}, a hundred times
 * faster than a general JSON reader: n-grams hold nothing that JSON escapes.
 */
final class LinguaJson {

    /** Takes what was read. */
    @FunctionalInterface
    interface Consumer {
        /** An n-gram, the chars from {@code start} to {@code end} (exclusive), and its probability. */
        void accept(char[] chars, int start, int end, double probability);
    }

    private final char[] chars;
    private final String name;
    private int at;

    private LinguaJson(char[] chars, String name) {
        this.chars = chars;
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param name for messages
     */
    static void read(byte[] json, String name, Consumer consumer) throws ModelFormatException {
        String text = new String(json, StandardCharsets.UTF_8);
        int start = text.indexOf("\"ngrams\":{");
        if (start < 0) {
            throw new ModelFormatException(name, 0, "no \"ngrams\" in it");
        }
        LinguaJson reader = new LinguaJson(text.toCharArray(), name);
        reader.at = start + "\"ngrams\":{".length();
        reader.entries(consumer);
    }

    private void entries(Consumer consumer) throws ModelFormatException {
        while (current() == '"') {
            at++;
            long numerator = number('/');
            long denominator = number('"');
            expect(':');
            expect('"');
            grams((double) numerator / denominator, consumer);
            if (current() == ',') {
                at++;
            }
        }
        expect('}');
    }

    private void grams(double probability, Consumer consumer) throws ModelFormatException {
        int start = at;
        while (true) {
            char c = current();
            if (c == ' ' || c == '"') {
                consumer.accept(chars, start, at, probability);
                start = at + 1;
            }
            at++;
            if (c == '"') {
                return;
            }
        }
    }

    private long number(char end) throws ModelFormatException {
        long value = 0;
        while (current() != end) {
            int digit = current() - '0';
            if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 10 - 1) {
                throw problem("a fraction such as 1/32");
            }
            value = value * 10 + digit;
            at++;
        }
        at++;
        return value;
    }

    private void expect(char c) throws ModelFormatException {
        if (current() != c) {
            throw problem("'" + c + "'");
        }
        at++;
    }

    private char current() throws ModelFormatException {
        if (at >= chars.length) {
            throw problem("more of it");
        }
        return chars[at];
    }

    private ModelFormatException problem(String expected) {
        return new ModelFormatException(name, at, "expected " + expected);
    }
}
