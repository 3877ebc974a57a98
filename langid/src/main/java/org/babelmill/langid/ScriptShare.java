package org.babelmill.langid;

import static java.util.Objects.requireNonNull;

/**
 * How much of a text is in a script.
 *
 * @param script ISO 15924 code
 * @param share of the letters, from 0 to 1
 */
public record ScriptShare(String script, double share) {

    public ScriptShare {
        requireNonNull(script, "script");
    }
}
