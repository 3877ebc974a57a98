package org.babelmill.langid;

import static java.util.Objects.requireNonNull;

import org.babelmill.pipeline.language.LanguageTag;

/**
 * A language that a text may be in.
 *
 * @param probability from 0 to 1
 */
public record Candidate(LanguageTag tag, double probability) {

    public Candidate {
        requireNonNull(tag, "tag");
    }
}
