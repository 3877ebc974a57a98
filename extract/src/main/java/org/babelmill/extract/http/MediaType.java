package org.babelmill.extract.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.babelmill.extract.text.Ascii;

/**
 * A media type and the charset that came with it.
 *
 * @param name {@code type/subtype} in lower case
 * @param charset the charset parameter as written, without quotes
 */
public record MediaType(String name, Optional<String> charset) {

    private static final int MAX_NAME = 127;

    public MediaType {
        requireNonNull(name, "name");
        requireNonNull(charset, "charset");
    }

    /** Reads a {@code Content-Type} value, or nothing when it does not begin with {@code type/subtype}. */
    public static Optional<MediaType> parse(String value) {
        int semicolon = value.indexOf(';');
        int comma = value.indexOf(',');
        int end = value.length();
        end = semicolon >= 0 ? semicolon : end;
        end = comma >= 0 && comma < end ? comma : end;
        String name = Ascii.lower(value.substring(0, end).trim());
        if (name.length() > MAX_NAME || name.indexOf('/') < 1 || name.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new MediaType(name, charset(value)));
    }

    private static Optional<String> charset(String value) {
        int at = Ascii.indexOf(value, "charset", 0);
        if (at < 0) {
            return Optional.empty();
        }
        int equals = value.indexOf('=', at);
        if (equals < 0) {
            return Optional.empty();
        }
        int from = equals + 1;
        while (from < value.length() && " \"'\t".indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < value.length() && " \"';,\t".indexOf(value.charAt(to)) < 0) {
            to++;
        }
        return to > from ? Optional.of(value.substring(from, to)) : Optional.empty();
    }
}
