package org.babelmill.extract.archive;

import java.util.Locale;
import org.babelmill.extract.text.Ascii;

/** The types of WARC records (ISO 28500). */
public enum RecordType {
    WARCINFO,
    RESPONSE,
    RESOURCE,
    REQUEST,
    METADATA,
    REVISIT,
    CONVERSION,
    CONTINUATION,
    /** A type that the standard does not know. */
    OTHER;

    static RecordType of(String name) {
        for (RecordType type : values()) {
            if (Ascii.equalsIgnoreCase(type.name(), name)) {
                return type;
            }
        }
        return OTHER;
    }

    /** The name as archives write it: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
