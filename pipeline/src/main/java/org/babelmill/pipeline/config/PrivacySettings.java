package org.babelmill.pipeline.config;

import java.io.Serializable;
import java.util.List;

/**
 * Which personal data is masked in shards. All of it is recorded as spans in {@code signals}.
 *
 * @param mask the kinds that are replaced
 */
public record PrivacySettings(List<Kind> mask) implements Serializable {

    /** Kinds of personal data and secrets. */
    public enum Kind {
        EMAIL,
        IP,
        PHONE,
        IBAN,
        CARD,
        SECRET
    }
}
