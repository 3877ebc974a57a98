package org.babelmill.extract.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.babelmill.pipeline.config.RightsSettings.Signal;

/**
 * A publisher's statement against some use of a page.
 *
 * @param text the header or element as written, shortened to a thousand characters
 */
public record OptOut(Signal signal, Place place, String text) {

    /** Where a statement was found. */
    public enum Place {
        HTTP_HEADER,
        META_ELEMENT,
        ROBOTS_TXT;

        /** The name used in tables: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public OptOut {
        requireNonNull(signal, "signal");
        requireNonNull(place, "place");
        requireNonNull(text, "text");
    }
}
