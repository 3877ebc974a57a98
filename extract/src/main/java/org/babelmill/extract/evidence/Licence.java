package org.babelmill.extract.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A licence statement found on a page. It may be about the page, or only about a picture on it; the place helps to
 * tell.
 *
 * @param name such as {@code cc-by-sa-4.0}, {@code cc0-1.0}, {@code public-domain-mark}; {@code other} for what is not a
 *     Creative Commons deed
 * @param text address or words of the statement, shortened to a thousand characters
 */
public record Licence(String name, Place place, String text) {

    /** Where a statement was found, most reliable first. */
    public enum Place {
        /** A link with {@code rel=license}. */
        REL_LICENSE,
        /** A {@code license} property of JSON-LD. */
        JSON_LD,
        /** A meta element of Dublin Core or the like. */
        META_ELEMENT,
        /** A plain link to a Creative Commons deed. */
        LINK;

        /** The name used in tables: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Licence {
        requireNonNull(name, "name");
        requireNonNull(place, "place");
        requireNonNull(text, "text");
    }
}
