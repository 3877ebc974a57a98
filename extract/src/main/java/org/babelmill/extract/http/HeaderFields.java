package org.babelmill.extract.http;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.text.Ascii;

/**
 * The named fields of a WARC or HTTP header, in their order. Names compare without case. Immutable.
 *
 * <p>Lines that go on with white space are joined to the field before, as old writers fold long values.
 */
public final class HeaderFields {

    private static final int MAX_FIELDS = 10_000;

    private final List<String> names;
    private final List<String> values;
    private final int malformed;

    private HeaderFields(List<String> names, List<String> values, int malformed) {
        this.names = List.copyOf(names);
        this.values = List.copyOf(values);
        this.malformed = malformed;
    }

    /** Fields given as name, value, name, value. */
    public static HeaderFields of(String... namesAndValues) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            names.add(namesAndValues[i]);
            values.add(namesAndValues[i + 1]);
        }
        return new HeaderFields(names, values, 0);
    }

    /**
     * Reads lines of {@code name: value}. Lines without a colon are counted as malformed and left out; so is everything
     * after ten thousand fields.
     *
     * @param from first byte, that of the first field's name
     * @param to behind the last byte
     */
    public static HeaderFields parse(byte[] bytes, int from, int to, Charset charset) {
        Parsing parsing = new Parsing(bytes, charset);
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            parsing.line(at, end > at && bytes[end - 1] == '\r' ? end - 1 : end);
            at = end + 1;
        }
        return new HeaderFields(parsing.names, parsing.values, parsing.malformed);
    }

    /** The value of the first field of that name, without white space around it. */
    public Optional<String> first(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (Ascii.equalsIgnoreCase(names.get(i), name)) {
                return Optional.of(values.get(i));
            }
        }
        return Optional.empty();
    }

    /** The values of all fields of that name, in order. */
    public List<String> all(String name) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (Ascii.equalsIgnoreCase(names.get(i), name)) {
                result.add(values.get(i));
            }
        }
        return result;
    }

    /** Number of lines that were not fields. */
    public int malformed() {
        return malformed;
    }

    /** Number of fields. */
    public int size() {
        return names.size();
    }

    private static final class Parsing {
        private final byte[] bytes;
        private final Charset charset;
        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private int malformed;

        private Parsing(byte[] bytes, Charset charset) {
            this.bytes = bytes;
            this.charset = charset;
        }

        private void line(int from, int to) {
            if (from == to) {
                return;
            }
            if ((bytes[from] == ' ' || bytes[from] == '\t') && !values.isEmpty()) {
                int last = values.size() - 1;
                values.set(last, (values.get(last) + " " + text(from, to)).trim());
                return;
            }
            int colon = from;
            while (colon < to && bytes[colon] != ':') {
                colon++;
            }
            if (colon == to || colon == from || names.size() >= MAX_FIELDS) {
                malformed++;
                return;
            }
            names.add(text(from, colon));
            values.add(text(colon + 1, to));
        }

        private String text(int from, int to) {
            return new String(bytes, from, to - from, charset).trim();
        }
    }
}
