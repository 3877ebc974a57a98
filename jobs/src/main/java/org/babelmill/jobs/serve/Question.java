package org.babelmill.jobs.serve;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The parameters of a request.
 *
 * @param values by name; the first of several with one name
 */
record Question(Map<String, String> values) {

    private static final int MAX_PARAMETERS = 50;

    static Question of(URI uri) {
        Map<String, String> values = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", MAX_PARAMETERS)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new Question(values);
    }

    /** Form encoding; an escape that is none stays as it is written. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same question with another value of one parameter. */
    Question with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(values);
        other.put(name, value);
        return new Question(other);
    }

    /** The same question without one parameter. */
    Question without(String name) {
        Map<String, String> other = new LinkedHashMap<>(values);
        other.remove(name);
        return new Question(other);
    }

    /** It as the address of the first page, relative to this one. */
    String address() {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", "./?", ""));
    }

    /** A parameter without white space around it, empty when it was not given. */
    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** A number; empty when none was given, or what was given is none. */
    OptionalDouble number(String name) {
        try {
            double value = Double.parseDouble(text(name));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
