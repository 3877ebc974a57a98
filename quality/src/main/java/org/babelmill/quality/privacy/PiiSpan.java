package org.babelmill.quality.privacy;

import static java.util.Objects.requireNonNull;

import org.babelmill.pipeline.config.PrivacySettings.Kind;

/**
 * A stretch of text that is personal data or a secret.
 *
 * @param start first offset in UTF-16 units
 * @param end offset after the last
 * @param kind what it is
 */
public record PiiSpan(int start, int end, Kind kind) {

    public PiiSpan {
        requireNonNull(kind, "kind");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a stretch: from " + start + " to " + end);
        }
    }
}
