package org.babelmill.extract.repair;

import static java.util.Objects.requireNonNull;

/**
 * Text after repair.
 *
 * @param text the same instance that came in when there was nothing to repair
 * @param places number of places that were changed
 */
public record Repaired(String text, int places) {

    public Repaired {
        requireNonNull(text, "text");
    }
}
